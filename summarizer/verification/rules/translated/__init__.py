"""Rules on claims in another language than the source: their values are compared, all else is a judge's to say.

In comes a claim read in its own language, and the sentences that it may rest on; out comes what speaks against it, or
that no code can say. It must never take a word of one language for a word of another, and never lets code tick a claim.
"""
