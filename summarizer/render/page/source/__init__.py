"""The source's side of a page: an article to read, in which every place that is pointed at can be lit.

In come documents, read, and the places that statements stand on; out comes their HTML. `cover.py` says what lies over a
code point, `inline.py` and `running_text.py` write sentences, `blocks.py` what they stand in, `pane.py` the whole side.
"""
