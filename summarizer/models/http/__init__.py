"""The way to a server over HTTP, whatever protocol is spoken there.

An address, a key and a policy come in; where requests go, through which proxy, trusting which certificates, and the
transport that keeps them at one origin, go out. It must never know of messages, replies or a provider's SDK.
"""
