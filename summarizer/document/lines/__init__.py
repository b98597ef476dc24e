"""Where a line of plain text ends, a paragraph may end or go on: told by its length, its last sign and the next line.

In come lines of a text; out comes whether they belong together. Nothing here knows blocks, sentences or documents.
"""
