"""Text becomes typed values: `canonicalize` reads a sentence as tokens that are equal where they mean the same.

Comes in: a sentence or claim and its language. Goes out: a `CanonicalText`, whose tokens hold numbers, dates, times,
units and words (`values`), and a `FactIndex` of several of them. `tokens` takes lexemes one by one, `numbers` and
`dates` read what stands there. Knows nothing of evidence, rules, scores or judges: whether two texts agree is not
decided here.
"""
