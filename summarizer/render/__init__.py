"""Results become text that people and programs read: terminal text, Markdown, JSON, an HTML page.

In comes a finished result, and options such as the width of a window; out comes one string. Each format is one file
and one line in `registry.py`. All formats share their words (`wording.py`). A renderer decides nothing: it must never
know how a verdict came about, ask a model, read a file, or let a text of the source pass as markup.
"""
