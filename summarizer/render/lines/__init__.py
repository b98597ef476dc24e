"""Lines for a terminal: of its width, in its colors where it has any, and what stands on them about one fact.

In come texts of the library and of an article, out go lines that hold no control character but those made here. It
knows no result and no file.
"""
