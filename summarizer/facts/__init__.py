"""Key facts: a model drafts them or chooses sentences for them; those that hold are merged and ranked.

In: a chunk of a document, later the facts that the verifier has checked. Out: `DraftedFact`, then `CheckedFact`, in the
order in which a reader should see them. Every stage that needs a model is a generator of calls.

It must never know who answers a call, how a claim is verified, or what a summary is.
"""
