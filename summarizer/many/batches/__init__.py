"""Many articles by a provider's batch endpoint: the same plans, in rounds of one file over all articles, over hours.

In come articles, out come results. In between is one SQLite file that says what was given, asked, sent and answered,
and nothing else, so that any process on any machine goes on from it. What the plans are it does not know, nor how a
provider is asked.
"""
