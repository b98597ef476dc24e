"""Samples the rows that the judge is measured on, and asks a model about each in one word, once.

In: a folder of `<set>.jsonl.gz`. Out: `AnsweredRow(row=Row(claim, document, label), ruling, odds)`.
"""

from __future__ import annotations

import hashlib
import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest
from pathlib import Path
from typing import Final

from json_lines import read_json_lines

from summarizer.document.chunks import ChunkPolicy, chunk
from summarizer.document.document import Document
from summarizer.document.tokens import counter_for
from summarizer.models.base import ChatModel
from summarizer.runtime.cache import CachePolicy, ReplyCache
from summarizer.runtime.cached_calls import CachedCalls
from summarizer.runtime.waits import ThreadWaits, stepped
from summarizer.verification.judging.pages import closest_page
from summarizer.verification.judging.source import Source
from summarizer.verification.judging.yes_no import log_odds, yes_no_call
from summarizer.verification.rules.ruling import Ruling

# What a small model is shown is kept short, so that a processor answers hundreds of rows in an hour; characters of
# scripts without spaces are a token or so each.
LONGEST: Final = 1300
LONGEST_CJK: Final = 450
FOLDS: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A claim, its document, and whether people found it supported (1) or not (0)."""

    id: str
    dataset: str
    document: str
    claim: str
    label: int

    @property
    def fold(self) -> int:
        """The fold of its document, the same for all rows about it."""
        return int(hashlib.sha256(self.document.encode()).hexdigest()[:8], 16) % FOLDS

    def source(self) -> Source:
        """Its document as a source, cut as for a model that is not OpenAI's."""
        document = Document.of(self.document, format="plain")
        return Source.of(document, chunks=chunk(document, policy=ChunkPolicy(), counter=counter_for("other")))


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredRow:
    """A row with what code found, and the model's log-odds of Yes."""

    row: Row
    ruling: Ruling
    odds: float


def sample_rows(directory: Path, *, each: int) -> list[Row]:
    """As many rows of every set, half of them supported, one of a document where there are enough; always the same.

    They are interleaved, so that any first part of them is balanced too.

    Args:
        directory: holds `<set>.jsonl.gz`.
        each: rows of a set.
    """
    chosen: list[list[Row]] = []
    for path in sorted(directory.glob("*.jsonl.gz")):
        rows = [_row_of(raw) for raw in read_json_lines(path)]
        random.Random(path.name.removesuffix(".jsonl.gz")).shuffle(rows)
        chosen += _balanced(rows, each=each)
    interleaved = chain.from_iterable(zip_longest(*chosen))
    return [row for row in interleaved if row is not None]


def _balanced(rows: Sequence[Row], *, each: int) -> list[list[Row]]:
    """The first short rows of each label, half of `each` of both; the label that comes first in the set comes first."""
    by_label: dict[int, list[Row]] = {}
    few = len({row.document for row in rows}) < 2 * each
    used: set[object] = set()
    for row in rows:
        taken = by_label.setdefault(row.label, [])
        key = (row.document, row.label) if few else row.document
        if len(taken) < each // 2 and key not in used and _is_short(row):
            used.add(key)
            taken.append(row)
    return list(by_label.values())


def _row_of(raw: dict[str, object]) -> Row:
    return Row(
        id=str(raw["id"]),
        dataset=str(raw["dataset"]),
        document=str(raw["document"]),
        claim=str(raw["claim"]),
        label=int(str(raw["label"])),
    )


def _is_short(row: Row) -> bool:
    shown = closest_page(row.claim, source=row.source()).opening + row.claim
    wide = sum(character >= "\u2e80" for character in shown) * 3 > len(shown)
    return len(shown) <= (LONGEST_CJK if wide else LONGEST)


def answer_rows(rows: Sequence[Row], *, model: ChatModel, answers: Path) -> Iterator[AnsweredRow]:
    """Each row with the rules' ruling and the model's answer, which is asked for only if the file does not hold it."""
    cache = ReplyCache(CachePolicy(path=answers, max_age=math.inf))
    remembered = CachedCalls(cache, model_of=lambda _: model, replayed=lambda _: None)
    waits = ThreadWaits()
    ask = stepped(remembered.wrap(lambda call: waits.reply(model, call), waits=waits))
    for row in rows:
        source = row.source()
        page = closest_page(row.claim, source=source)
        call = yes_no_call(row.claim, page=page, stage="judge_claims", call_id=f"judge_claims:{row.id}", role="main")
        odds = log_odds(ask(call), call=call)
        yield AnsweredRow(row=row, ruling=source.rules.rule_on(row.claim), odds=odds)
    cache.close()
