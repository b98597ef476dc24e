"""The records: one file a language, all that the library knows of it, and nothing but words.

In comes nothing; out comes one `Language` value a file. `registry.py` names them all. A record must never hold code
that decides anything: what its words do is said by the parts that read them, as `record.py` lists.
"""
