"""Plain strings are compared, searched and cut into words here, and every place found leads back to the source.

In come strings; out come spans (half-open ranges of code points), words, search terms, folded copies and the places of
quotes. It knows `languages`, for their function words and pronouns. It must never know a document, a format, a claim
or a model, and it never changes the text that it is given.
"""
