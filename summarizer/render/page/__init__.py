"""One self-contained HTML page shows statements beside the source that they stand on, and leads from each to the other.

In comes a result, or a text that was checked; `of_result.py` and `of_text.py` make a `PageContent` of either, and
`page.py` the page of that. Every element is made by `elements.py`, which alone escapes; style and script stand beside
it as they are served. Nothing here decides what holds, and nothing of a source may become markup, an address or style.
"""
