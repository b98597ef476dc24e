"""Users summarize and verify in one line, and wait or await it.

summarize(text).facts                    ->  (CheckedFact(statement="…", evidence=(…), …), …)
await averify(["It rains."], text)       ->  [CheckedClaim(verdict="supported", …)]
"""

from __future__ import annotations

import datetime
from collections.abc import AsyncGenerator, Generator, Iterable
from contextlib import aclosing

from summarizer.document.document import Document
from summarizer.document.readers.given import Given
from summarizer.engine import Summarizer
from summarizer.models.base import ChatModel
from summarizer.result import Result
from summarizer.result_parts.text_verification import TextVerification
from summarizer.runtime.observing.events import Event
from summarizer.settings.inputs import Text
from summarizer.summary.size import Length
from summarizer.verification.verdict import CheckedClaim


def summarize(  # noqa: PLR0913 -- the front door
    text: Text,
    *,
    model: str | ChatModel | None = "auto",
    base_url: str | None = None,
    api_key: str | None = None,
    title: str | None = None,
    date: datetime.date | None = None,
    max_facts: int | None = None,
    length: Length = "medium",
    language: str | None = None,
    focus: str | None = None,
    audience: str | None = None,
    instructions: str | None = None,
) -> Result:
    """Checked key facts and a quick summary of one article, or of several sources together.

    For article after article, make one `Summarizer` and keep it.

    See `Summarizer` and `Summarizer.summarize` for the arguments, what is promised, and what is raised.
    """
    with Summarizer(
        model=model,
        base_url=base_url,
        api_key=api_key,
        max_facts=max_facts,
        length=length,
        language=language,
        focus=focus,
        audience=audience,
        instructions=instructions,
    ) as summarizer:
        return summarizer.summarize(text, title=title, date=date)


async def asummarize(  # noqa: PLR0913 -- the front door
    text: Text,
    *,
    model: str | ChatModel | None = "auto",
    base_url: str | None = None,
    api_key: str | None = None,
    title: str | None = None,
    date: datetime.date | None = None,
    max_facts: int | None = None,
    length: Length = "medium",
    language: str | None = None,
    focus: str | None = None,
    audience: str | None = None,
    instructions: str | None = None,
) -> Result:
    """The same as `summarize`, for use inside an event loop."""
    async with Summarizer(
        model=model,
        base_url=base_url,
        api_key=api_key,
        max_facts=max_facts,
        length=length,
        language=language,
        focus=focus,
        audience=audience,
        instructions=instructions,
    ) as summarizer:
        return await summarizer.asummarize(text, title=title, date=date)


def stream(  # noqa: PLR0913 -- the front door
    text: Text,
    *,
    model: str | ChatModel | None = "auto",
    base_url: str | None = None,
    api_key: str | None = None,
    title: str | None = None,
    date: datetime.date | None = None,
    max_facts: int | None = None,
    length: Length = "medium",
    language: str | None = None,
    focus: str | None = None,
    audience: str | None = None,
    instructions: str | None = None,
) -> Generator[Event | Result]:
    """What happens while an article is summarized, as it happens, and the `Result` last.

    See `Summarizer` and `Summarizer.stream` for the arguments, what is promised, and what is raised.
    """
    with Summarizer(
        model=model,
        base_url=base_url,
        api_key=api_key,
        max_facts=max_facts,
        length=length,
        language=language,
        focus=focus,
        audience=audience,
        instructions=instructions,
    ) as summarizer:
        yield from summarizer.stream(text, title=title, date=date)


async def astream(  # noqa: PLR0913 -- the front door
    text: Text,
    *,
    model: str | ChatModel | None = "auto",
    base_url: str | None = None,
    api_key: str | None = None,
    title: str | None = None,
    date: datetime.date | None = None,
    max_facts: int | None = None,
    length: Length = "medium",
    language: str | None = None,
    focus: str | None = None,
    audience: str | None = None,
    instructions: str | None = None,
) -> AsyncGenerator[Event | Result]:
    """The same as `stream`, for use inside an event loop."""
    async with (
        Summarizer(
            model=model,
            base_url=base_url,
            api_key=api_key,
            max_facts=max_facts,
            length=length,
            language=language,
            focus=focus,
            audience=audience,
            instructions=instructions,
        ) as summarizer,
        aclosing(summarizer.astream(text, title=title, date=date)) as told,
    ):
        async for one in told:
            yield one


def verify(
    claims: Iterable[str],
    text: Given | Document,
    *,
    model: str | ChatModel | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
) -> list[CheckedClaim]:
    """Check claims that anyone wrote against a text; without a model by rules alone.

    See `Summarizer` and `Summarizer.verify` for the arguments, what is promised, and what is raised.
    """
    with Summarizer(model=model, base_url=base_url, api_key=api_key) as summarizer:
        return summarizer.verify(claims, text)


async def averify(
    claims: Iterable[str],
    text: Given | Document,
    *,
    model: str | ChatModel | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
) -> list[CheckedClaim]:
    """The same as `verify`, for use inside an event loop."""
    async with Summarizer(model=model, base_url=base_url, api_key=api_key) as summarizer:
        return await summarizer.averify(claims, text)


def verify_text(
    summary: Given | Document,
    source: Text,
    *,
    model: str | ChatModel | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
) -> TextVerification:
    """Check every sentence of a text that anyone wrote against its source; without a model by rules alone.

    See `Summarizer` and `Summarizer.verify_text` for the arguments, what is promised, and what is raised.
    """
    with Summarizer(model=model, base_url=base_url, api_key=api_key) as summarizer:
        return summarizer.verify_text(summary, source)


async def averify_text(
    summary: Given | Document,
    source: Text,
    *,
    model: str | ChatModel | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
) -> TextVerification:
    """The same as `verify_text`, for use inside an event loop."""
    async with Summarizer(model=model, base_url=base_url, api_key=api_key) as summarizer:
        return await summarizer.averify_text(summary, source)
