"""Many articles at half price: submitted to a batch endpoint, and collected hours later by whoever has the file.

summarizer.submit(articles, "news.batch")
for result in summarizer.collect("news.batch"):    # a Result, or a Failed in its place
    ...
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from typing import Any, Final, Unpack, cast

from summarizer.document.sources.article import Source
from summarizer.errors import ConfigError
from summarizer.many.articles import ManyArticles
from summarizer.many.batches.collecting import acollected, ataken, collected, taken
from summarizer.many.batches.policy import BatchPolicy
from summarizer.many.batches.status import BatchStatus
from summarizer.many.batches.submission import Submission, submission
from summarizer.many.failed import Failed
from summarizer.result import Result
from summarizer.settings.choices import CHECKING_NAMES, CHOICE_NAMES, Checking, Choices, check_names

# What may be otherwise for each call of `collect`; the others shape results, and are kept with the articles.
_CARRYING: Final = frozenset(CHECKING_NAMES) - {"verification"}


class SubmittedArticles(ManyArticles):
    """What a `Summarizer` does through a provider's batch endpoint; it brings how that is used."""

    _batches: BatchPolicy

    def submit(
        self, articles: Iterable[Source], path: str | os.PathLike[str], **choices: Unpack[Choices]
    ) -> BatchStatus:
        """Give many articles to the provider's batch endpoint, at half price and within hours; `collect` fetches them.

        The articles and all that becomes of them are kept in a file: one SQLite database, without keys, that may be
        copied to another machine while nobody uses it. Where `submit` was broken off, call it with the same articles
        again: what is sent already is not sent twice. More articles may follow those that are there.

        Args:
            articles: as `map` takes them.
            path: the file, which is made where it is not there.
            choices: what is otherwise for these articles, as for `summarize`.

        Raises:
            InputError: other articles are in the file.
            ConfigError: a model or its server has no batch endpoint, or the file cannot be used.
            ModelError: the server refuses.
        """
        _check_many(articles, kind=Iterable)
        shaping, carrying = _parted(choices)
        taken(articles, lambda: self._submission(path, carrying, new=shaping), choices=shaping)
        return BatchStatus.read(path)

    async def asubmit(
        self,
        articles: Iterable[Source] | AsyncIterable[Source],
        path: str | os.PathLike[str],
        **choices: Unpack[Choices],
    ) -> BatchStatus:
        """The same as `submit` without blocking the event loop; articles may come from an asynchronous source."""
        _check_many(articles, kind=(Iterable, AsyncIterable))
        shaping, carrying = _parted(choices)
        await ataken(articles, lambda: self._submission(path, carrying, new=shaping), choices=shaping)
        return await asyncio.to_thread(BatchStatus.read, path)

    def collect(
        self,
        path: str | os.PathLike[str],
        *,
        progress: bool = False,
        retry_failed: bool = False,
        **choices: Unpack[Checking],
    ) -> Iterator[Result | Failed]:
        """What came of the articles in a file, in their order: a `Result`, or a `Failed` in its place.

        It looks at the batches under way, in growing pauses, and sends what the answers ask for next: an article takes
        three rounds or more. It may be broken off at any moment and called again, by any process that has the file, a
        key for the account and a `Summarizer` of the same settings; nothing that was answered is asked again. Of a
        file that is finished it gives the results once more, and asks nobody.

        Args:
            path: the file that `submit` made.
            progress: show a bar in the terminal or notebook (extra `progress`).
            retry_failed: ask again for what failed before, such as for want of credit, in whole articles or in parts.
            choices: what is otherwise for this call: `retry`, `article_budget`, `on_event`.

        Raises:
            ConfigError: the file is none of `submit`, in use, or its articles were given under other settings.
            ModelError: the server refuses, or has failed for longer than `BatchPolicy.patience`.
        """
        _check_carrying(choices)
        return collected(lambda: self._submission(path, choices), progress=progress, retry_failed=retry_failed)

    def acollect(
        self,
        path: str | os.PathLike[str],
        *,
        progress: bool = False,
        retry_failed: bool = False,
        **choices: Unpack[Checking],
    ) -> AsyncIterator[Result | Failed]:
        """The same as `collect` on the running event loop: `async for result in summarizer.acollect(path)`."""
        _check_carrying(choices)
        return acollected(lambda: self._submission(path, choices), progress=progress, retry_failed=retry_failed)

    def cancel(self, path: str | os.PathLike[str]) -> BatchStatus:
        """Have the provider begin no more of what is under way for a file; what is finished by then is paid and kept.

        `collect` goes on from there: it uses what was answered, late answers too, and sends the rest again. A batch
        that the server does not know any more is given up.

        Args:
            path: the file that `submit` made.

        Raises:
            ConfigError: the file is none of `submit`, in use, or its articles were given under other settings.
            ModelError: the server did not take it.
        """
        with self._submission(path, {}) as one:
            one.rounds.cancel()
        return BatchStatus.read(path)

    async def acancel(self, path: str | os.PathLike[str]) -> BatchStatus:
        """The same as `cancel`, without blocking the event loop."""
        return await asyncio.to_thread(self.cancel, path)

    def _submission(
        self, path: str | os.PathLike[str], carrying: Mapping[str, object], *, new: Mapping[str, object] | None = None
    ) -> AbstractContextManager[Submission]:
        return submission(
            path,
            jobs_of=lambda kept: self._jobs_with(cast("Choices", {**kept, **carrying})),
            policy=self._batches,
            new=new,
        )


def _check_many(articles: object, *, kind: Any) -> None:
    if not isinstance(articles, kind) or isinstance(articles, str | bytes | Mapping):
        raise ConfigError(f"many articles are a list or the like, not {type(articles).__name__}; give [article]")


def _parted(choices: Choices) -> tuple[dict[str, object], dict[str, object]]:
    """The choices that shape a result, and those that say how calls are carried."""
    check_names(choices, taken=CHOICE_NAMES)
    shaping = {name: value for name, value in choices.items() if name not in _CARRYING}
    return shaping, {name: value for name, value in choices.items() if name in _CARRYING}


def _check_carrying(choices: Checking) -> None:
    check_names(choices, taken=sorted(_CARRYING))
