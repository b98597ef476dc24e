"""Failures are told by their cause: of each cause how many there were, what is missing, and advice that fits it.

failure_notices((cut_short, cut_short_again))  ->  (Notice("failure", "2 replies of the model were cut …"),)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import shorten
from typing import Final

from summarizer.failure import Failure
from summarizer.notices.notice import Notice

NONE_HELD: Final = "NoFactHeld"
FEW_HELD: Final = "FewFactsHeld"
# So many missing things are read in a line; the failures of the result name them all.
_MOST_NAMED: Final = 3
# Letters of the name of a missing thing; it may list the ids of all claims of a call.
_LONGEST_NAME: Final = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """What the failures of one class of error have in common.

    Attributes:
        one: what happened, where it happened once.
        many: the same of several, with a place for how many.
        advice: what to do about it.
        quoted: whether the error's own words say more than these, such as those of a server.
    """

    one: str
    many: str
    advice: str
    quoted: bool = False


_CUT = Cause(
    one="A reply of the model was cut at the limit of its length",
    many="{count} replies of the model were cut at the limit of their length",
    advice="Have less written at once: smaller chunks (ChunkPolicy), fewer facts (max_facts) or a shorter summary "
    "(length).",
)
_DECLINED = Cause(
    one="The model declined to answer, or a content filter stopped it",
    many="The model declined to answer {count} times, or a content filter stopped it",
    advice="Another model or another provider may answer.",
)
_EMPTY = Cause(
    one="The server answered without any text",
    many="The server answered {count} times without any text",
    advice="Look at the server's own log, and at whether it serves this model.",
)
_MALFORMED = Cause(
    one="A reply of the model was not in the form that was asked for",
    many="{count} replies of the model were not in the form that was asked for",
    advice="Use a model, or a server, that keeps to a JSON schema.",
)
_UNFIT = Cause(
    one="A reply of the model names what it was not shown, or leaves out what it was asked",
    many="{count} replies of the model name what they were not shown, or leave out what they were asked",
    advice="Run it again; where it happens often, use a model that follows instructions more closely.",
)
_UNUSABLE = Cause(
    one="A reply of the model could not be used",
    many="{count} replies of the model could not be used",
    advice="",
    quoted=True,
)
_TOO_LARGE = Cause(
    one="A request did not fit into the model's context",
    many="{count} requests did not fit into the model's context",
    advice="Use smaller chunks (ChunkPolicy), or a model with a longer context.",
)
_SPENT = Cause(
    one="A call was not sent, because the budget is used up",
    many="{count} calls were not sent, because the budget is used up",
    advice="Raise the budget and run it again; with a cache, what is done already is not paid for twice.",
)
_LATE = Cause(
    one="A call was given up, because the time for this article was over",
    many="{count} calls were given up, because the time for this article was over",
    advice="Raise the deadline (article_deadline), or have less written.",
)
_UNREACHED = Cause(
    one="The model could not be reached, or failed",
    many="The model could not be reached, or failed, {count} times",
    advice="Look whether the server runs and base_url is right, then run it again.",
    quoted=True,
)
_BUSY = Cause(
    one="The server had no room for a call",
    many="The server had no room for {count} calls",
    advice="Run it again later, or with fewer calls at once (LimitPolicy).",
    quoted=True,
)
_REJECTED = Cause(
    one="The server refused a request",
    many="The server refused {count} requests",
    advice="Mend what the server names: the key, the model's name or a setting.",
    quoted=True,
)
_UNRECORDED = Cause(
    one="The recording has no answer for a call",
    many="The recording has no answer for {count} calls",
    advice="Record the run anew (Recording).",
)
# For an error of a class that is not listed, such as one that a model of the user's own raises.
_OTHER = Cause(one="Something failed", many="{count} things failed", advice="", quoted=True)

CAUSES: Final[Mapping[str, Cause]] = {
    "ReplyTruncated": _CUT,
    "ReplyRefused": _DECLINED,
    "ReplyEmpty": _EMPTY,
    "ReplyMalformed": _MALFORMED,
    "ReplyIncomplete": _UNFIT,
    "ReplyError": _UNUSABLE,
    "ContextOverflow": _TOO_LARGE,
    "BudgetReached": _SPENT,
    "DeadlineReached": _LATE,
    "ModelUnavailable": _UNREACHED,
    "ModelBusy": _BUSY,
    "ModelRejected": _REJECTED,
    "ReplayMissing": _UNRECORDED,
}


def cause_of(error: str) -> Cause:
    """What failures of this class of error have in common."""
    return CAUSES.get(error, _OTHER)


def called_failures(failures: Sequence[Failure]) -> list[Failure]:
    """The failures of calls: all but those that say what became of the facts."""
    return [failure for failure in failures if failure.error not in {NONE_HELD, FEW_HELD}]


def failure_notices(failures: Sequence[Failure]) -> tuple[Notice, ...]:
    """A notice for each class of error among the failures of calls, in the order in which they came.

    Up to three missing things of a class are named, else the first three and how many more there are. Those of which
    nothing is missing are quiet.

    Args:
        failures: what failed.
    """
    by_error: dict[str, list[Failure]] = {}
    for failure in called_failures(failures):
        by_error.setdefault(failure.error, []).append(failure)
    return tuple(_notice_of(error, group) for error, group in by_error.items())


def _notice_of(error: str, group: Sequence[Failure]) -> Notice:
    cause = cause_of(error)
    happened = cause.one if len(group) == 1 else cause.many.format(count=len(group))
    if cause.quoted:
        happened += f": {in_one_line(group[0].message)}"
    missing = list(dict.fromkeys(in_one_line(failure.lost) for failure in group if not _is_nothing(failure.lost)))
    named = "; ".join(shorten(one, _LONGEST_NAME, placeholder=" …") for one in missing[:_MOST_NAMED])
    if len(missing) > _MOST_NAMED:
        named += f"; and {len(missing) - _MOST_NAMED} more"
    message = f"{happened}. Missing: {named}." if missing else f"{happened}. Nothing is missing because of it."
    return Notice(kind="failure", message=message, advice=cause.advice, quiet=not missing)


def _is_nothing(lost: str) -> bool:
    """Whether a failure took nothing away, as it says itself."""
    return not lost.strip() or lost.startswith("nothing")


def in_one_line(text: str) -> str:
    """Words from elsewhere as a part of a line, without the full stop at their end."""
    return " ".join(text.split()).rstrip(".")
