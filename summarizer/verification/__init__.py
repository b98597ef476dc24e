"""Statements are checked against a source: by rules that need no model, and by judges about what rules leave open.

In come claims and a document; out comes a `Verification`: for every claim a verdict, the evidence and the checks behind
it, and what failed. The rooms: `reading/` reads text by value, `evidence/` finds the sentences to compare with,
`rules/` and `scoring/` say what code alone can, `judging/` asks, and `exam/` shows who may be asked; `verifier.py` puts
them in order. `README.md` follows one claim through all of it. This package must never know which model answers, or
what is done with a verdict.
"""
