"""Numbers and what stands beside them: `quantities` reads "-£5.5m", "5 km", "21st", "quatre-vingt-dix pour cent".

Comes in: the lexemes of a text and a place among them. Goes out: a typed value and the place behind it, or None; what
cannot be read whole has no value. `scaled_numbers` reads the number (figures by `numerals`, words by `number_words`),
`currencies` and `units` what it is a number of. Knows nothing of dates, claims or documents.
"""
