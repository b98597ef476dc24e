"""What a reader has to know of a result: what failed, what stands in, what was left out, which language was not kept.

In comes what a finished result holds; out come `Notice`s, a line of plain English each, with advice that fits.
`of_result.py` asks the others in turn. Nothing here asks a model, reads a text's places or knows how a notice is shown.
"""
