"""Several sources become one document, in which every place still belongs to the source that it is of.

In come articles with an id each; out come one `Document` with its `parts`, and each part as the document that it was.
It knows `document` and below it, and never a fact or a result.
"""
