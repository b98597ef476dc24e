"""Readers turn what a user gives into the text of a document: one file a format, and one line in `registry.py`.

In: a decoded text as it came, plain, Markdown or a page of HTML. Out: a `ReadText`, the article as plain text or
Markdown, with the title, date and language that it states. Readers know nothing of blocks, sentences or chunks, and
open no file and no address.
"""
