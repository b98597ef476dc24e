# %% [markdown]
# # A first tour
#
# A raw article goes in. Out come checked key facts, each with the place in the article that says so, and a summary
# of which every sentence points at its place too. Open this file in JupyterLab with jupytext, or in VS Code as it is.

# %%
from pathlib import Path

import summarizer

here = Path.cwd()
root = next(folder for folder in (here, *here.parents) if (folder / "benchmarks" / "recordings").is_dir())
article = (root / "benchmarks" / "articles" / "26-news-report.txt").read_text("utf-8")
article[:117]

# %% [markdown]
# ## How it was read
#
# A `Document` shows what the library sees: its blocks, its language and date, and what it set aside.

# %%
document = summarizer.Document.of(article)
document

# %% [markdown]
# ## Key facts and a summary
#
# Without a model, the library picks the article's own sentences. A model writes in plain words, and the same checks
# decide what may stay. Here its replies were recorded, so that nothing is paid for; a model of your own is
# `Summarizer(model="gpt-5-mini")`.
#
# Move the mouse over a fact or a sentence: what it stands on is shown beside it. A click keeps it open.

# %%
recorded = summarizer.Replay(root / "benchmarks" / "recordings" / "news.jsonl")
kept = summarizer.Summarizer(model=recorded, exam="never")
result = kept.summarize(document)
result

# %% [markdown]
# In a list, and wherever there is no room, a result is one line.

# %%
print(result)

# %% [markdown]
# ## One fact, and where it stands

# %%
fact = result.facts[0]
fact

# %%
place = fact.evidence[0]
assert article[place.start : place.end] == place.text
place

# %% [markdown]
# ## Check what anyone wrote
#
# A claim that contradicts the source is told from one that says the same in another form, without a model.

# %%
claims = [
    "All passengers were ashore by 9.15pm, the coastguard said.",
    "All passengers were ashore by 10.15pm, the coastguard said.",
    "The captain apologized to all passengers.",
]
checked = summarizer.verify(claims, document, model=None)
checked

# %%
checked[1]

# %% [markdown]
# ## Check a whole text
#
# `verify_text` takes a summary from anywhere, sentence by sentence.

# %%
summary = """A fire on the Merrow

All passengers were ashore by 9.15 p.m., the coastguard said. All passengers were ashore by 8.15 p.m., the coastguard
said. The captain apologized.
"""
verification = summarizer.verify_text(summary, document, model=None)
verification

# %% [markdown]
# ## Tables
#
# `to_frame` makes a data frame of pandas, polars or pyarrow; `rows="articles"` has one row for each article.

# %%
frame = summarizer.to_frame([result])
frame[["fact_id", "outcome", "statement", "start", "end"]]
