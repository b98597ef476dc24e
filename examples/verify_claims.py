"""Claims that anyone wrote, checked against an article by rules alone."""

from pathlib import Path

import summarizer

text = (Path(__file__).parent / "articles" / "harbor-ferry.txt").read_text("utf-8")
claims = [
    "Shares in Brennvik Yard fell 6.3 per cent to $14.20 on Thursday.",
    "Shares in Brennvik Yard fell 6.3 percent to €14.20 on Thursday.",
    "The Marine Safety Board sent a team of nine to Aldermouth on Wednesday evening.",
    "The ferry company went bankrupt.",
]
for claim in summarizer.verify(claims, text):
    print(f"{claim.verdict:12} {claim.statement}\n             {claim.reason}")
