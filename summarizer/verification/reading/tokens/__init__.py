"""Lexemes become tokens: `value_tokens` takes dates and quantities, `word_tokens` words, `mark_tokens` marks.

Comes in: a `Draft` of a text and a place among its lexemes. Goes out: the place behind what was taken; the tokens are
in the draft. Each knows how its kind is written, none what claims or documents are.
"""
