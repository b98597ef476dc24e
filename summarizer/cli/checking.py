"""The commands that check what anyone wrote: they print verdicts, and say by their exit status whether enough holds.

run_verify(arguments)  ->  0, or 3 where less is supported than --fail-under asks for
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from pydantic import TypeAdapter

from summarizer.cli.asked import NO_MODEL, judging, put_to_use, say_unused
from summarizer.cli.files import given_input, read_input, say, write_out
from summarizer.cli.screen.abilities import abilities_of
from summarizer.cli.screen.progress import shown_progress
from summarizer.document.document import Document
from summarizer.engine import Summarizer
from summarizer.errors import ModelError
from summarizer.render.json import json_to_show
from summarizer.render.sources import Sources
from summarizer.render.terminal import claims_text_of
from summarizer.runtime.observing.events import CallAnswered, CallFailed, Event, OnEvent
from summarizer.text.span import Evidence
from summarizer.verification.verdict import CheckedClaim

BELOW: Final = 3


def run_verify(arguments: argparse.Namespace) -> int:
    """Check claims, one a line."""
    claims = [line.strip() for line in read_input(arguments.claims).splitlines() if line.strip()]
    source = given_input(arguments.source)
    unanswered = _Unanswered()
    with _checker(arguments) as summarizer, _told(arguments, unanswered) as on_event:
        checked = summarizer.verify(claims, source, on_event=on_event)
    if arguments.format == "json":
        write_out(json_to_show(TypeAdapter(list[CheckedClaim]).dump_json(checked, indent=2).decode()) + "\n")
    else:
        screen = abilities_of(sys.stdout)
        place_of = _places(source)
        write_out(claims_text_of(checked, width=screen.width, colored=screen.colored, place_of=place_of) + "\n")
    return _status(arguments, checked, failed=unanswered.calls)


def run_verify_text(arguments: argparse.Namespace) -> int:
    """Check a whole text."""
    text = given_input(arguments.claims)
    source = given_input(arguments.source)
    unanswered = _Unanswered()
    with _checker(arguments) as summarizer, _told(arguments, unanswered) as on_event:
        checked = summarizer.verify_text(text, source, on_event=on_event)
    if arguments.format == "json":
        write_out(json_to_show(checked.model_dump_json(indent=2)) + "\n")
    elif arguments.format == "html":
        write_out(checked.to_html())
    else:
        screen = abilities_of(sys.stdout)
        body = claims_text_of(
            checked.sentences,
            width=screen.width,
            notices=checked.notices,
            colored=screen.colored,
            place_of=_places(source),
        )
        write_out(f"{body}\n{checked.score:.0%} of them are supported.\n")
    counted = [sentence for sentence in checked.sentences if not sentence.label]
    return _status(arguments, counted, failed=unanswered.calls)


class _Unanswered:
    """Knows the calls whose last try brought no reply."""

    def __init__(self) -> None:
        self.calls: set[str] = set()

    def tell(self, event: Event) -> None:
        if isinstance(event, CallFailed):
            self.calls.add(event.call_id)
        elif isinstance(event, CallAnswered):
            self.calls.discard(event.call_id)


@contextmanager
def _told(arguments: argparse.Namespace, unanswered: _Unanswered) -> Iterator[OnEvent]:
    """What a run is told by: how far it is, and which calls fail."""
    with shown_progress(wanted=arguments.progress) as tell:

        def both(event: Event) -> None:
            unanswered.tell(event)
            tell(event)

        yield both


def _places(source: Document) -> Callable[[Evidence], str]:
    """How a place of the source is named: by its characters, and its page or time where that is known."""
    origins = Sources((), source.origins)
    return lambda place: ", ".join([f"{place.start}–{place.end}", *origins.labels(place)])


def _status(arguments: argparse.Namespace, checked: Sequence[CheckedClaim], *, failed: set[str]) -> int:
    """0, or 3 where less is supported than was asked for.

    Raises:
        ModelError: whether it is, nobody can tell, because calls failed and what they were to judge decides it.
    """
    asked = arguments.fail_under
    if asked is None:
        return 0
    supported = sum(one.verdict == "supported" for one in checked)
    share = supported / len(checked) if checked else 0.0
    if share >= asked:
        return 0
    unchecked = sum(one.verdict == "unchecked" for one in checked)
    if failed and checked and (supported + unchecked) / len(checked) >= asked:
        raise ModelError(
            f"{supported} of {len(checked)} are supported, and {unchecked} could not be checked because calls failed, "
            f"so nobody can tell whether {asked:.0%} are; run it again"
        )
    say(f"summarizer: {supported} of {len(checked)} are supported, which is less than the {asked:.0%} asked for")
    return BELOW


def _checker(arguments: argparse.Namespace) -> Summarizer:
    with put_to_use():
        summarizer = Summarizer(exam=arguments.exam, **judging(arguments))
    if summarizer.engine == "extractive":
        if arguments.model == "auto":
            say(NO_MODEL.format(what="rules alone judge the claims"))
        say_unused(arguments)
    return summarizer
