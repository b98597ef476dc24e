"""The quick summary: a model writes it from ticked facts, the verifier checks each sentence, the rest is dropped.

In: supported facts and their document. Out: a `Summary`, every sentence of it supported and with its evidence. Where
nothing that a model wrote holds, or where no model writes, sentences of the article take its place.

It must never know who answers a call, how a claim is verified, or how a summary is shown.
"""
