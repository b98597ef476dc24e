"""Opening finds out what a user gave: a text, a file or its bytes, of which kind, in which encoding.

In: a str, a path or bytes. Out: bytes with a name for messages, their text where they are one, or an InputError that
names what they are and what to do. It knows the signs of file formats, and no reader.
"""
