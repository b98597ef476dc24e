"""What a result tells beside its facts and its summary, each as a frozen value that is written to JSON and read again.

A document, a run's counts and its settings come in; the record of the document, the report of usage and the trace go
out, and with them the value that the check of a whole text is. It must never know of the run itself.
"""
