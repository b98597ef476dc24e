"""An MCP server gives assistants the tools `summarize`, `verify` and `locate`, with typed results that have places.

mcp_server(Summarizer(model="gpt-5-mini")).run("stdio")     or, on the command line:  summarizer mcp --model gpt-5-mini
"""
# No `from __future__ import annotations`: the package reads the tools' annotations as they are when they are defined.

import asyncio
import sys
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any, Final, TypeVar

from pydantic import Field

from summarizer.calls.drivers.beside import beside
from summarizer.engine import Summarizer
from summarizer.errors import ConfigError, InputError, MissingExtra, SummarizerError
from summarizer.integrations.mcp_answers import CheckAnswer, QuoteAnswer, SummaryAnswer
from summarizer.runtime.observing.events import CallAnswered, CallReplayed, Event, OnEvent
from summarizer.settings.inputs import text_document
from summarizer.summary.size import Length
from summarizer.text.locate import locate as place_of
from summarizer.version import __version__

if TYPE_CHECKING:
    from mcp.server.mcpserver import MCPServer

T = TypeVar("T")

# Characters of one text at most: about 100,000 tokens, more than an assistant hands to a tool in one call.
MAX_CHARACTERS: Final = 400_000
# Claims in one call at most: a judge is shown fifty at once, so that these are four calls to it.
_MAX_CLAIMS: Final = 200
# Code points of a quote at most. A near match of one this long takes about half a second in 400,000 characters.
_MAX_QUOTE: Final = 10_000

_INSTRUCTIONS: Final = (
    "Use these tools where what is said of a text must be true of it. `summarize` gives key facts and a summary, of "
    "which every sentence was checked and has its places in the source. `verify` checks what you or anybody wrote "
    "against a source: only `supported` means that the source says it; `unchecked` means that nobody could tell. "
    "`locate` finds a quote. Places are half-open ranges of code points."
)
_WITHOUT_MODEL: Final = (
    " No model is set up here: a summary is sentences of the source, and rules alone check, so that a true sentence in "
    "other words stays `unchecked`."
)

_SourceText = Annotated[
    str, Field(description="The text itself: plain text, Markdown or HTML. It is not a path and not an address.")
]


def mcp_server(summarizer: Summarizer, *, max_characters: int = MAX_CHARACTERS) -> "MCPServer[Any]":
    """A server of the Model Context Protocol with three tools; needs the extra `mcp`.

    Every place `p` in an answer satisfies `source[p.start:p.end] == p.text`, or the same of `read_text` where that is
    given. What cannot be used, and a model that fails, is a tool's error that says what to do.

    Args:
        summarizer: whom the tools ask; it stays the caller's to close.
        max_characters: of one text that is given to a tool, 1 or more.

    Returns:
        The server, to be run over any transport that its package has: `.run("stdio")`, `.streamable_http_app()`.

    Raises:
        ConfigError: `max_characters` is no number of characters.
        MissingExtra: the package `mcp` is not installed.
    """
    if isinstance(max_characters, bool) or not isinstance(max_characters, int) or max_characters < 1:
        raise ConfigError(f"max_characters must be a whole number, 1 or more, not {max_characters!r}")
    try:
        from mcp.server.mcpserver import Context, MCPServer  # noqa: PLC0415 - an extra, loaded where it is used
        from mcp.types import ToolAnnotations  # noqa: PLC0415 - likewise
    except ImportError as error:
        raise MissingExtra(what="an MCP server", extra="mcp") from error
    server: MCPServer[Any] = MCPServer(
        "summarizer",
        title="summarizer",
        version=__version__,
        instructions=_INSTRUCTIONS + (_WITHOUT_MODEL if summarizer.engine == "extractive" else ""),
        log_level="WARNING",  # at INFO the package logs what an error says of the texts
    )
    asks = summarizer.engine == "model"
    reads = ToolAnnotations(read_only_hint=True, open_world_hint=asks)

    @server.tool(annotations=reads)
    async def summarize(
        source: _SourceText,
        context: Context[Any, Any],
        title: Annotated[str, Field(description="Its title; empty takes the one that it states.")] = "",
        focus: Annotated[str, Field(description="What the reader wants to know; needs a model.")] = "",
        language: Annotated[str, Field(description="Language to write in, such as German; needs a model.")] = "",
        length: Length = "medium",
        max_facts: Annotated[int | None, Field(ge=1, le=1000, description="Key facts at most.")] = None,
    ) -> SummaryAnswer:
        """Checked key facts and a quick summary of a text, every sentence with the places in the text that say it."""
        _check_size(source, name="source", most=max_characters)
        summary = partial(
            summarizer.asummarize,
            source,
            title=title or None,
            focus=focus or None,
            language=language or None,
            length=length,
            max_facts=max_facts,
        )
        result = await _told_of(summary, context=context)
        return SummaryAnswer.of(result, given=source)

    @server.tool(annotations=reads)
    async def verify(
        statements: Annotated[
            str | list[str],
            Field(description="A whole text, checked sentence by sentence, or a list of claims, each taken as it is."),
        ],
        source: _SourceText,
        context: Context[Any, Any],
    ) -> CheckAnswer:
        """Check statements against a source: a verdict on each with the reason, and the places that decide it."""
        _check_size(source, name="source", most=max_characters)
        document = await _or_tool_error(partial(beside, partial(text_document, source), size=len(source)))
        if isinstance(statements, str):
            _check_size(statements, name="statements", most=max_characters)
            found = await _told_of(partial(summarizer.averify_text, statements, document), context=context)
            return CheckAnswer.of_text(found, source=document, given=source)
        _check_claims(statements, most=max_characters)
        checked = await _told_of(partial(summarizer.averify, statements, document), context=context)
        return CheckAnswer.of_claims(checked, source=document, given=source)

    @server.tool(annotations=ToolAnnotations(read_only_hint=True, open_world_hint=False))
    async def locate(
        quote: Annotated[str, Field(description="The words to look for; … may stand for what is left out.")],
        source: Annotated[str, Field(description="The text itself, taken as it is.")],
    ) -> QuoteAnswer:
        """Find where a quote stands in a text: to the letter, but for typography, or nearly. It judges no truth."""
        _check_size(source, name="source", most=max_characters)
        _check_size(quote, name="quote", most=_MAX_QUOTE)
        found = partial(place_of, quote, source)
        return QuoteAnswer.of(await _or_tool_error(partial(beside, found, size=len(source))))

    return server


def _check_size(text: str, *, name: str, most: int) -> None:
    """Raises a tool's error for a text that is too long."""
    if len(text) > most:
        raise _tool_error(
            InputError(f"{name} holds {len(text):,} characters, and {most:,} are taken at most; give a part of it")
        )


def _check_claims(claims: list[str], *, most: int) -> None:
    """Raises a tool's error for no claims, or too many."""
    if not 1 <= len(claims) <= _MAX_CLAIMS:
        raise _tool_error(InputError(f"statements holds {len(claims)} claims; give 1 to {_MAX_CLAIMS} at once"))
    _check_size("".join(claims), name="statements", most=most)


async def _told_of(asked: Callable[..., Awaitable[T]], *, context: Any) -> T:
    """What a job of a summarizer comes to; whoever waits for it hears of each answer, so that it goes on waiting."""
    loop, running = asyncio.get_running_loop(), set[asyncio.Task[None]]()
    answered = 0

    def tell(stage: str) -> None:
        nonlocal answered
        answered += 1
        told = loop.create_task(context.report_progress(answered, message=f"{stage}: {answered} answers so far"))
        running.add(told)
        told.add_done_callback(running.discard)

    def on_event(event: Event) -> None:
        if isinstance(event, CallAnswered | CallReplayed):
            loop.call_soon_threadsafe(tell, event.stage)

    observed: OnEvent = on_event
    try:
        return await _or_tool_error(partial(asked, on_event=observed))
    finally:
        for task in running:
            task.cancel()


async def _or_tool_error(asked: Callable[[], Awaitable[T]]) -> T:
    """What is awaited, or a tool's error with the message of ours."""
    try:
        return await asked()
    except SummarizerError as error:
        raise _tool_error(error) from error
    finally:
        # What a model of the user's printed goes to standard error now; once the server has given standard output back,
        # it would stand among the protocol's lines.
        if sys.stdout is not None:
            sys.stdout.flush()


def _tool_error(error: SummarizerError) -> Exception:
    from mcp.server.mcpserver.exceptions import ToolError  # noqa: PLC0415 - an extra, loaded where it is used

    return ToolError(f"{type(error).__name__}: {error}")
