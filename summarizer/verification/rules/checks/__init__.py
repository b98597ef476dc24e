"""Each kind of hard fact of a claim has its check here, one file a kind, listed in `registry.py`.

In come a claim in canonical form and its `CheckContext`: the evidence, the whole document, the sentence nearest to the
claim. Out come `Check` values: what the claim writes, where the source has the same, whether the claim may be ticked
in spite of it. To add a check, write its file and name it in `registry.py`. A check must never know a verdict, a judge,
a model, or another check.
"""
