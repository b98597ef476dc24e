"""Counts what each level of verification costs in calls and tokens, for claims about articles of ordinary length.

    python benchmarks/judge_cost.py

Claims are made from the articles of `benchmarks/articles`: ten sentences of each, put in other words by an opener
that rules cannot see through; every third has a number changed where it has one. A scripted judge answers: one that
calls everything entailed, which is dear, as what the rules refuse is looked at again, and all that holds is judged
twice when strict. Tokens in are counted as OpenAI's newer models count them (o200k); tokens out are taken as 120 a
claim when asked for a list and 1 when asked for a word. A provider's prompt cache is not counted: calls about one
chunk begin alike.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from summarizer.calls.call import Call, Reply, TokenChance
from summarizer.document.document import Document
from summarizer.document.tokens import TokenCounter, counter_for
from summarizer.engine import Summarizer
from summarizer.models.scripted import ScriptedModel
from summarizer.verification.policy import FORMS, LEVELS

ARTICLES: Final = Path(__file__).parent / "articles"
CLAIMS: Final = 10
_LINE: Final = re.compile(r"^\[(\d+)\] (.*)$", re.MULTILINE)
_CLAIM: Final = re.compile(r'^\{"id".*$', re.MULTILINE)


def claims_of(document: Document) -> list[str]:
    """Ten claims about an article, a few of them false."""
    proses = [document.prose(sentence.body) for sentence in document.sentences]
    sentences = [prose for prose in proses if len(prose) > 40]
    step = max(1, len(sentences) // CLAIMS)
    claims = []
    for number, sentence in enumerate(sentences[::step][:CLAIMS]):
        claim = f"Readers learn that {sentence}"
        if number % 3 == 0:
            claim = re.sub(r"\d", "7", claim, count=1)
        claims.append(claim)
    return claims


def closest_sentence(shown: Mapping[int, set[str]], wanted: set[str]) -> int:
    """The number of the sentence that shares most words with a claim."""
    return max(shown, key=lambda number: len(wanted & shown[number]))


def say_entailed(call: Call) -> Reply:
    """A judge that finds everything entailed by the sentence that shares most words with it."""
    if call.top_logprobs:
        return Reply(text="Yes", finish="length", first_token=(TokenChance("Yes", -0.01), TokenChance("No", -5.0)))
    shown = {int(number): set(words.split()) for number, words in _LINE.findall(call.messages[-1].content)}
    answers = []
    for line in _CLAIM.findall(call.messages[-1].content):
        asked = json.loads(line)
        best = closest_sentence(shown, set(asked["claim"].split()))
        found = {"text": asked["claim"], "sentences": [best], "relation": "entailed"}
        answers.append({"id": asked["id"], "assertions": [found], "correction": ""})
    return Reply(text=json.dumps({"claims": answers}))


def tokens_in(calls: tuple[Call, ...], counter: TokenCounter) -> int:
    """Tokens of all messages and schemas."""
    texts = [message.content for call in calls for message in call.messages]
    texts += [json.dumps(call.schema) for call in calls if call.schema]
    return sum(counter.count(texts))


def tokens_out(call: Call) -> int:
    """About what an answer takes."""
    return 1 if call.top_logprobs else 120 * len(_CLAIM.findall(call.messages[-1].content))


def main() -> None:
    """Print a line for every form and level."""
    counter = counter_for("gpt-5-mini")
    documents = [Document.of(path.read_text("utf-8")) for path in sorted(ARTICLES.glob("[0-9]*"))]
    asked = [(document, claims_of(document)) for document in documents]
    total = sum(len(claims) for _, claims in asked)
    print(f"{len(documents)} articles, {total} claims")
    print("\n| form | level | calls | calls a claim | tokens in a claim | tokens out a claim |")
    print("|---|---|---:|---:|---:|---:|")
    for form in FORMS:
        for level in LEVELS:
            model = ScriptedModel(say_entailed)
            summarizer = Summarizer(model=model, judge_form=form, verification=level)
            for document, claims in asked:
                summarizer.verify(claims, document)
            written = sum(map(tokens_out, model.calls))
            calls = len(model.calls)
            read = tokens_in(model.calls, counter)
            print(f"| {form} | {level} | {calls} | {calls / total:.2f} | {read / total:.0f} | {written / total:.0f} |")


if __name__ == "__main__":
    main()
