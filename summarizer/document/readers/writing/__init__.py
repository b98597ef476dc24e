"""Writing puts what a reader found in a file into Markdown, with the way back from each stretch of it.

In: headings, paragraphs, items and rows, as words. Out: the text and its origins. It knows no file format.
"""
