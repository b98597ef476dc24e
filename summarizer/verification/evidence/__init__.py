"""Evidence for a claim: the sentences of a document that speak of what it speaks of.

In come a document, indexed once, and a claim; out come its closest sentences, best first, with how close each is.
`search.py` weighs the words that they share by how rare they are. Whether a sentence supports the claim is not decided
here: this room must never know values, rules, scores or judges.
"""
