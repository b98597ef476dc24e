"""A test fails where a text says what its source does not, and its message names each such sentence and why.

assert_supported("The mill closed in 2021.", source)     passes, and returns the `TextVerification`
assert_supported("The mill closed in 2022.", source)     AssertionError: 1 of 1 sentence is not supported …
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from typing import Final, Literal

from summarizer.document.document import Document
from summarizer.document.sources.places import source_at
from summarizer.engine import Summarizer
from summarizer.errors import ConfigError
from summarizer.fragments.printable import printable
from summarizer.models.base import ChatModel
from summarizer.result_parts.text_verification import TextVerification
from summarizer.settings.inputs import Text, text_document
from summarizer.text.span import Evidence
from summarizer.verification.text_check import VerifiedSentence

Unchecked = Literal["fail", "allow"]
"""What a sentence is that nobody could judge: as good as unsupported, or let through."""

# More than these nobody reads in the report of one test.
_MOST_SENTENCES: Final = 20
_MOST_CHARACTERS: Final = 240


def assert_supported(
    text: str | Document,
    source: Text,
    *,
    model: str | ChatModel | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
    unchecked: Unchecked = "fail",
    summarizer: Summarizer | None = None,
) -> TextVerification:
    """Fail unless every sentence of a text is supported by a source; needs no pytest, and knows none.

    Without a model rules alone check: they tick a sentence that is the source's own in another form, and see a wrong
    number, date, name or negation; whether other words say the same they cannot tell. Such a sentence is `unchecked`,
    which is a failure, for a test that passes what nobody has looked at is worth nothing. With `unchecked="allow"` it
    passes, and the test holds that nothing contradicts the source or is known not to stand in it. What a model was
    asked for and did not answer fails in either case.

    Args:
        text: what is tested, checked sentence by sentence: plain text, Markdown or HTML.
        source: what it is held against: a text, a `Document`, or several, such as the passages that an answer was
            made from.
        model: who judges what rules cannot, as `Summarizer` takes it; None for rules alone.
        base_url: the server of a model that is named.
        api_key: the key for it.
        unchecked: "fail", or "allow" for what nobody could judge.
        summarizer: one of your own to check with, kept for many tests, with its cache; then the three settings of the
            model are its, and none may be given.

    Returns:
        What was found: the score, and each sentence with its verdict and evidence.

    Raises:
        AssertionError: a sentence is not supported, or the model did not answer. The message names each sentence, its
            verdict, why, and the nearest place in the source.
        InputError: a text cannot be used.
        ConfigError: a setting is wrong.
    """
    __tracebackhide__ = True  # pytest shows the line of the test, and not this function
    if unchecked not in ("fail", "allow"):
        raise ConfigError(f'unchecked must be "fail" or "allow", not {unchecked!r}')
    if summarizer is not None and (model, base_url, api_key) != (None, None, None):
        raise ConfigError("a summarizer of your own has its model; give either that or model, base_url and api_key")
    against = text_document(source)
    asked = summarizer or Summarizer(model=model, base_url=base_url, api_key=api_key)
    with nullcontext() if summarizer else asked:
        found = asked.verify_text(text, against)
    allowed = {"supported"} if unchecked == "fail" else {"supported", "unchecked"}
    wrong = [one for one in found.sentences if not one.label and one.verdict not in allowed]
    if wrong or found.failures:
        raise AssertionError(_report(found, wrong, against=against, by_rules=asked.engine == "extractive"))
    return found


def _report(found: TextVerification, wrong: Sequence[VerifiedSentence], *, against: Document, by_rules: bool) -> str:
    """What a person reads who has to mend the text, or the source."""
    total = sum(not one.label for one in found.sentences)
    sentences, verb = "sentence" if total == 1 else "sentences", "is" if len(wrong) == 1 else "are"
    lines = [f"{len(wrong)} of {total} {sentences} {verb} not supported by the source:"]
    for number, sentence in enumerate(wrong[:_MOST_SENTENCES], start=1):
        lines += [
            f"{number:3}. {sentence.verdict}: {_shown(sentence.statement)}",
            f"     why: {printable(sentence.reason)}",
            f"     nearest in the source: {_nearest(sentence.evidence, against=against)}",
        ]
    if len(wrong) > _MOST_SENTENCES:
        lines.append(f"     and {len(wrong) - _MOST_SENTENCES} more")
    lines += [printable(notice.line) for notice in found.notices if not notice.quiet]
    if by_rules and any(one.verdict == "unchecked" for one in wrong):
        lines.append(
            "No model judged, so what is in other words than the source's is unchecked: give model=, or "
            'unchecked="allow" to let it pass.'
        )
    return "\n".join(lines)


def _nearest(evidence: Sequence[Evidence], *, against: Document) -> str:
    """The place that speaks of the same, with its line, so that an editor finds it."""
    if not evidence:
        return "nothing is like it"
    place = evidence[0]
    source = source_at(against.parts, place.start)
    start = source.start if source else 0
    line = against.text.count("\n", start, place.start) + 1
    where = f"{printable(source.id)}, line {line}" if source else f"line {line}"
    return f"{where} ({place.start - start}:{place.end - start}): {_shown(place.text)}"


def _shown(words: str) -> str:
    """Words of a text in one line that harms no terminal."""
    line = printable(words)
    return f"“{line}”" if len(line) <= _MOST_CHARACTERS else f"“{line[:_MOST_CHARACTERS]}…”"
