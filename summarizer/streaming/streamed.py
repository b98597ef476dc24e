"""A summarizer tells of an article as it works on it: facts as they hold, the summary, and the result last.

for one in summarizer.stream(text):    # StageStarted, …, FactHeld, …, FactTicked, …, SentenceKept, …, Result
    ...
"""

from __future__ import annotations

import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import AsyncGenerator, Callable, Generator, Sequence
from dataclasses import replace
from functools import partial
from typing import Literal, Unpack

from summarizer.document.document import Document, Format
from summarizer.jobs import Jobs, done
from summarizer.result import Result
from summarizer.runtime.observing.events import Event, OnEvent
from summarizer.settings.choices import CHOICE_NAMES, Checking, Choices
from summarizer.settings.inputs import Text, document_of, size_of
from summarizer.streaming.run import Run, astreamed, streamed


class StreamedArticles(ABC):
    """What a `Summarizer` tells of an article while it works on it."""

    def stream(
        self,
        text: Text,
        *,
        title: str | None = None,
        date: dt.date | None = None,
        format: Literal["auto"] | Format = "auto",  # noqa: A002 - the word that users expect
        **choices: Unpack[Choices],
    ) -> Generator[Event | Result]:
        """What happens while an article is summarized, as it happens, and the `Result` last.

        The last value is what `summarize` returns; before it come events, in their order:

        - `StageStarted` and `StageFinished`; `CallSent`, `CallAnswered` with tokens and cost, and the others of calls.
        - `FactHeld`: a fact holds at its first look, while others are still judged. Early, and not the last word.
        - `FactTicked` for each of `result.facts` and `FactRejected` for each of `result.rejected`, once all facts are
          decided; no later stage drops one or changes its order.
        - `SentenceKept` for each sentence of the summary, in reading order: none that was not checked, and none that
          goes again. They come when the last look at the summary is over.
        - `FailureNoted` for each of `result.failures`, `NoticeGiven` for each of `result.notices`.

        Each is a frozen value with `model_dump_json()`; `server_sent` makes a server-sent event of it. Whoever stops in
        the middle stops the run within a second, and replies that came by then are in the cache, if there is one. A
        slow reader loses nothing and holds nothing up. An error of the run is raised behind what came before it.

        Args:
            text: the article, as for `summarize`.
            title: its title; None takes the one that it states.
            date: the day of its publication; None takes the one that it states.
            format: what `text` is; "auto" looks.
            choices: what is otherwise for this call, as for `summarize`.

        Raises:
            InputError: the text cannot be used as it is.
            ConfigError: a choice is wrong; the message names it.
            ModelError: the model could not be reached or refused every request.
        """
        document = document_of(text, title=title, date=date, format=format)
        return streamed(self._telling(lambda: document, choices, size=len(document.text)))

    def astream(
        self,
        text: Text,
        *,
        title: str | None = None,
        date: dt.date | None = None,
        format: Literal["auto"] | Format = "auto",  # noqa: A002 - the word that users expect
        **choices: Unpack[Choices],
    ) -> AsyncGenerator[Event | Result]:
        """The same as `stream` on the running event loop: `async for one in summarizer.astream(text)`."""
        read = partial(document_of, text, title=title, date=date, format=format)
        return astreamed(self._telling(read, choices, size=size_of(text)))

    def _telling(self, read: Callable[[], Document], choices: Choices, *, size: int) -> Run:
        """The run of an article that tells of itself; choices are looked at here, and the text is read in the run."""
        jobs = self._jobs_with(choices)

        async def run(tell: OnEvent) -> Result:
            heard = jobs.otherwise(options=jobs.options, settings=replace(jobs.settings, listener=tell))
            return await done(lambda: heard.summarizing(read()), size=size)

        return run

    @abstractmethod
    def _jobs_with(self, choices: Choices | Checking, *, taken: Sequence[str] = CHOICE_NAMES) -> Jobs:
        """What is done for one article, with these choices."""
