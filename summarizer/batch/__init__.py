"""A batch is a run over many articles that can be killed at any moment and goes on where it was: rows in, rows out.

In come rows of a file or folder, out go a table, the failures, and a journal that says which articles are finished. It
knows a `Summarizer` and what of it shapes a result, and nothing of how an article is worked on.

run_batch(rows, summarizer=summarizer, journal=journal, plan=plan)  ->  BatchReport(finished=12, before=186, …)
"""
