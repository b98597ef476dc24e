"""Numbers in words: `english` and `chinese` read their own, `phrase_numbers` reads what records have words for.

Comes in: lexemes and a place among them. Goes out: the value of the number that starts there and the place behind it,
or None. What cannot be read whole has no value. Knows nothing of units, dates or claims.
"""
