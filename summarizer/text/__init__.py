"""The source text: spans, sentences, chunks, tokens, folding, search. Nothing here knows a model."""
