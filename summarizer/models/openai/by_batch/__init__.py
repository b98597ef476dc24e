"""The batch endpoint of OpenAI's protocol: calls go as lines of a file, and their answers come in files of the server.

A call goes in, a line comes out; an answer goes in, a reply or an error comes out, as from the server that is asked
directly. It knows no article and keeps nothing.
"""
