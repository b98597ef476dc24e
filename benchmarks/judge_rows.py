"""The rows that the judge is measured on, and a model's one-word answers about them, each asked once and then kept."""

from __future__ import annotations

import gzip
import hashlib
import json
import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from summarizer.document.chunks import ChunkPolicy, chunk
from summarizer.document.document import Document
from summarizer.document.tokens import counter_for
from summarizer.models.base import ChatModel
from summarizer.runtime.cache import CachePolicy, ReplyCache
from summarizer.runtime.cached_calls import CachedCalls
from summarizer.runtime.waits import ThreadWaits, stepped
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
class Seen:
    """A row with what code found, and the model's log-odds of Yes."""

    row: Row
    ruling: Ruling
    odds: float


def sample(directory: Path, *, each: int) -> list[Row]:
    """As many rows of every set, half of them supported, one of a document where there are enough; always the same.

    They are interleaved, so that any first part of them is balanced too.

    Args:
        directory: holds `<set>.jsonl.gz`.
        each: rows of a set.
    """
    chosen: dict[tuple[str, int], list[Row]] = {}
    for path in sorted(directory.glob("*.jsonl.gz")):
        name = path.name.removesuffix(".jsonl.gz")
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            rows = [_row(json.loads(line)) for line in lines]
        random.Random(name).shuffle(rows)
        few = len({row.document for row in rows}) < 2 * each
        used: set[object] = set()
        for row in rows:
            place = chosen.setdefault((name, row.label), [])
            key = (row.document, row.label) if few else row.document
            if len(place) >= each // 2 or key in used or not _short(row):
                continue
            used.add(key)
            place.append(row)
    most = max(map(len, chosen.values()))
    return [rows[i] for i in range(most) for rows in chosen.values() if i < len(rows)]


def _row(raw: dict[str, object]) -> Row:
    return Row(
        id=str(raw["id"]),
        dataset=str(raw["dataset"]),
        document=str(raw["document"]),
        claim=str(raw["claim"]),
        label=int(str(raw["label"])),
    )


def _short(row: Row) -> bool:
    shown = row.source().closest(row.claim).opening + row.claim
    wide = sum(character >= "\u2e80" for character in shown) * 3 > len(shown)
    return len(shown) <= (LONGEST_CJK if wide else LONGEST)


def seen(rows: Sequence[Row], *, model: ChatModel, answers: Path) -> Iterator[Seen]:
    """Each row with the rules' ruling and the model's answer, which is asked for only if the file does not hold it."""
    cache = ReplyCache(CachePolicy(path=answers, max_age=math.inf))
    remembered = CachedCalls(cache, model_of=lambda _: model, replayed=lambda _: None)
    waits = ThreadWaits()
    ask = stepped(remembered.wrap(lambda call: waits.reply(model, call), waits=waits))
    for row in rows:
        source = row.source()
        page = source.closest(row.claim)
        call = yes_no_call(row.claim, page=page, stage="judge_claims", call_id=f"judge_claims:{row.id}", role="main")
        odds = log_odds(ask(call), call=call)
        yield Seen(row=row, ruling=source.ruler.rule(row.claim), odds=odds)
    cache.close()
