"""A report of 6,000 words, summarized by the model that the environment names, and what it cost."""

from pathlib import Path

import summarizer

article = Path(__file__).parent / "articles" / "coastal-grid-report.md"
with summarizer.Summarizer(max_facts=10, length="long") as kept:
    result = kept.summarize(article.read_text("utf-8"))
print(result.to_text())
for stage, usage in result.usage.by_stage.items():
    print(f"{stage}: {usage.calls} calls, {usage.tokens_in} tokens in, {usage.tokens_out} out")
