"""An e-mail is read as what its sender wrote: the newest message, without what was quoted, signed and added below it.

In come the bytes or the text of a mail as it was sent; out comes a `ReadText` with its subject for a title. The
standard library's `email` takes it apart; which words stand around a message the language records say.
"""
