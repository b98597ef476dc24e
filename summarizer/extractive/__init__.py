"""The engine without a model: it picks key sentences of an article and plans a summary out of its sentences.

In: a `Document`. Out: indexes of its sentences (`KeySentence`, `SummaryPlan`), never new words. The way is scores of
sentences, then key sentences, then the parts of the article, their titles (key phrases) and the layout of each.

It must never know a model, a call, a claim or a verdict: the caller verifies what it picks like any other fact.
"""
