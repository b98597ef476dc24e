"""DOCX and EPUB are archives of XML: they are unpacked and parsed within bounds, by nothing but the standard library.

In: the bytes of a file. Out: a `ReadText` in Markdown, with headings, lists, tables and footnotes, and the chapter of
each paragraph. No entity of a document is resolved, and nothing but its own parts is opened.
"""
