"""What a language writes around an article on a page, in a file of its own: a record would be too long with it.

In: words. Out: the `page_words` of a record. A file here must never hold more of a language than these.
"""
