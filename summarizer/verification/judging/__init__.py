"""Judges are asked about the claims that the rules leave open; what their answers come to is computed here, in code.

In come claims with their rulings, a source and a policy; out come reviews: a conclusion for every claim, corrections,
what failed. `panel.py` says who is asked about what, `pages.py` what is shown, `assertions.py` and `yes_no.py` ask,
`conclusion.py` computes the verdict and holds it to the rules, `agreement.py` weighs two reviews. A judge must never
see a score or a verdict, nothing here waits or knows which model answers, and a judge's own opinion is never read.
"""
