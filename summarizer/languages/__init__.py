"""Everything that the library knows of single languages: one record a language, and nothing of them elsewhere.

In comes a language's code; out comes its record (`registry.py`), with an empty one for a language that has none.
`record.py` says what a record may hold and who reads it, `detect.py` tells which language a text is in, `scripts.py`
which scripts have no blanks between words. To add a language, write its file and name it in `registry.py`. This package
must never know what its words are used for: it imports nothing of the library but its errors.
"""
