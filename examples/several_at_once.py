"""All example articles side by side in one event loop, through one Summarizer."""

import asyncio
from pathlib import Path

import summarizer


async def main() -> None:
    """Summarize every article of the folder."""
    articles = [p for p in sorted((Path(__file__).parent / "articles").glob("*.*")) if p.name != "README.md"]
    async with summarizer.Summarizer(length="short") as kept:
        results = await asyncio.gather(*(kept.asummarize(article.read_text("utf-8")) for article in articles))
    for article, result in zip(articles, results, strict=True):
        print(f"{article.name}: {result.summary.headline}")
        print(f"  {len(result.facts)} ticked, {len(result.rejected)} others, {len(result.failures)} failures")


asyncio.run(main())
