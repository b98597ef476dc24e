"""Fetching gets one page or file from the web, because a user asked for it by its address; nothing else does.

In: a URL and a policy. Out: an `Article` that was read by its kind, with the URL at which it was found. No address of
this machine or its network is connected to, whatever a name resolves to and whereto a server redirects.
"""
