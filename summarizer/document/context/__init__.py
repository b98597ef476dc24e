"""What a part of a long document must know of the whole: who is who, under which headings it stands, how it opens.

In comes a document; out come names with the sentence that introduces each, titles, and an opening. It knows `document`
and below it, and never a token, a prompt or a model.
"""
