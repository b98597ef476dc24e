"""What stands around an article on its page is told from the article, by layout and by the words that pages use.

In come a text, its blocks and its sentences; out come stretches of sentences with a kind: comments, related links,
bylines and so on. It must never know a model, a fact or a summary. What is not sure is the article's: a sentence that
is taken for a surrounding is lost to every fact, one that is left costs a reader a glance.
"""
