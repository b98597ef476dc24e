"""Asks a small model to put names in place of the pronouns of one sentence; code sees that nothing else changed.

"She did not retire before 2001." becomes "Agnes Thorvald did not retire before 2001.", or nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Final

from pydantic import BaseModel, ConfigDict

from summarizer.calls.ask import ASK_PROMPTS, ask
from summarizer.calls.call import Call, Reply
from summarizer.calls.flow import Flow
from summarizer.calls.prompts import fence_for, load_prompt
from summarizer.calls.schemas import schema_of
from summarizer.calls.task import Scenario, Task
from summarizer.document.chunks import Chunk
from summarizer.document.document import Document
from summarizer.document.numbered_sentences import numbered_chunk, read_numbered
from summarizer.errors import SummarizerError
from summarizer.facts.fact import DraftedFact
from summarizer.text.words import Word, words

_MAX_OUTPUT_TOKENS = 300
# One or two pronouns go, a name and what belongs to it comes; what changes more is another statement.
_MOST_REMOVED = 2
_MOST_ADDED = 5
# "their", "seine", "elles": a longer word is no pronoun.
_LONGEST_PRONOUN = 5


class _WireSentence(BaseModel):
    model_config = ConfigDict(extra="forbid", defer_build=True)
    sentence: str


def resolve_pronouns(fact: DraftedFact, *, chunk: Chunk, document: Document) -> Flow[DraftedFact | None]:
    """The fact with names in its statement, or None where the model gave none that may pass.

    `result.cited` ends with the sentence; the one before it, where the name mostly stands, comes first.

    Args:
        fact: a sentence of the chunk that needs the sentences before it to be understood.
        chunk: where it stands.
        document: what it is a chunk of.
    """
    call = pronoun_call(fact, chunk=chunk, document=document)
    try:
        reply = (yield from ask(call, shape=_WireSentence)).value
    except SummarizerError:
        return None  # nothing is lost: the sentence stays a draft, as one that cannot be read alone
    statement = " ".join(reply.sentence.split())
    if not replaces_only_pronouns(statement, original=fact.statement, source=document.text[: chunk.end]):
        return None
    before = [unit.span for unit in chunk.units if unit.span.end <= fact.cited[-1].start]
    return replace(fact, statement=statement, cited=(*before[-1:], *fact.cited))


def replaces_only_pronouns(statement: str, *, original: str, source: str) -> bool:
    """True when one or two short words were replaced by a few of the source; none was only left out or only put in.

    Args:
        statement: the sentence as rewritten.
        original: the sentence as it stands.
        source: the text up to the end of what the model saw.
    """
    old = _words_of(original)
    new = _words_of(statement)
    removed = []
    added = []
    for kind, old_start, old_end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        if kind != "replace":
            return False
        removed += old[old_start:old_end]
        added += new[new_start:new_end]
    if not 0 < len(removed) <= _MOST_REMOVED or len(added) > _MOST_ADDED:
        return False
    if not all(word.isalpha() and len(word) <= _LONGEST_PRONOUN for word in removed):
        return False
    return set(_words_of(source)).issuperset(added)


def _words_of(text: str) -> list[str]:
    return [word.text for word in words(text)]


def pronoun_call(fact: DraftedFact, *, chunk: Chunk, document: Document) -> Call:
    """The call that `resolve_pronouns` makes; it begins as the one that chose the sentence."""
    listing = numbered_chunk(document, chunk)
    prompt = load_prompt("mend.v1")
    messages = prompt.render(
        fence=fence_for(listing, avoiding=[fact.statement]),
        source=listing,
        sentence=fact.statement,
    )
    return Call(
        id=f"mend:{fact.id}",
        stage="extract",
        messages=messages,
        schema_name="mended",
        schema=schema_of(_WireSentence),
        max_output_tokens=_MAX_OUTPUT_TOKENS,
        prompt_id=prompt.id,
        prompt_sha256=prompt.sha256,
    )


_QUOTATION_MARKS: Final = '"”“»«'


def _stand_in(call: Call, scenario: Scenario) -> Reply:  # noqa: ARG001 -- no answer makes more calls follow
    """The sentence with a word of the chunk in place of a short one: a plain word, for which no rule decides.

    Behind what somebody says, if that is quoted: a quotation in other words is none, and is asked of no judge.
    """
    values = load_prompt("mend.v1").values_of(call.messages)
    sentence = values["sentence"]
    own = words(sentence)
    short = [word for word in own if word.text.isalpha() and len(word.text) <= _LONGEST_PRONOUN]
    if not short:
        return Reply(text=_WireSentence(sentence=sentence).model_dump_json())
    spoken = max(sentence.rfind(mark) for mark in _QUOTATION_MARKS)
    behind = [word for word in short if word.start > spoken]
    pronoun = (behind or short)[0]
    name = _plain_word(" ".join(read_numbered(values["source"]).values()), besides=own)
    named = f"{sentence[: pronoun.start]}{name}{sentence[pronoun.end :]}"
    return Reply(text=_WireSentence(sentence=named).model_dump_json())


def _plain_word(text: str, *, besides: Sequence[Word]) -> str:
    """The longest word of a text in small letters that is not among others; "" where it has none."""
    known = {word.text for word in besides}
    found = [text[word.start : word.end] for word in words(text) if word.text.isalpha() and word.text not in known]
    return max(filter(str.islower, found), key=len, default="")


RESOLVE_PRONOUNS: Final = Task(stages=("extract",), prompts=("mend.v1",), follow_ups=ASK_PROMPTS, stand_in=_stand_in)
