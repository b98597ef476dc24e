"""Key facts and a quick summary without a model, and where in the article each fact stands."""

from pathlib import Path

import summarizer

article = Path(__file__).parent / "articles" / "harbor-ferry.txt"
result = summarizer.summarize(article.read_text("utf-8"), model=None)
for fact in result.facts:
    place = fact.evidence[0]
    print(f"✓ {fact.statement}  [{place.start}:{place.end}]")
print()
print(result.to_markdown(references=True))
