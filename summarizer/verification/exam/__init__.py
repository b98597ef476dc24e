"""An exam shows whether a judge can judge before its word counts: short texts, each with a true claim and a false one.

`pairs.json` holds them, `pairs.py` reads them, `examine.py` puts them to a judge as any claims are put, in the same
form and with the same words, and `results.py` counts its own word, before any rule, and says whether that will do.
"""
