"""Asks a small model to put names in place of pronouns in one sentence; code sees to it that nothing else changed."""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher

from pydantic import BaseModel, ConfigDict

from summarizer.calls.ask import ask
from summarizer.calls.call import Call
from summarizer.calls.flow import Flow
from summarizer.calls.prompts import fence_for, load_prompt
from summarizer.calls.replies import schema_of
from summarizer.document.chunks import Chunk
from summarizer.document.document import Document
from summarizer.document.listing import numbered_chunk
from summarizer.errors import SummarizerError
from summarizer.facts.fact import DraftedFact
from summarizer.text.words import words

_MAX_OUTPUT_TOKENS = 300
# A pronoun and its like go, a name and what belongs to it comes; what changes more is another statement.
_MOST_GONE = 2
_MOST_NEW = 5
_LONGEST_GONE = 5  # "their", "seine", "elles": a longer word is no pronoun


class _WireMended(BaseModel):
    model_config = ConfigDict(extra="forbid", defer_build=True)
    sentence: str


def resolve_pronouns(fact: DraftedFact, *, chunk: Chunk, document: Document) -> Flow[DraftedFact | None]:
    """The fact with names in its statement, or None where the model gave none that may pass.

    `result.cited` ends with the sentence; the one before it, where the name mostly stands, comes first.

    Args:
        fact: a sentence of the chunk that leans on the ones before, as it stands there.
        chunk: where it stands.
        document: what it is a chunk of.
    """
    call = pronoun_call(fact, chunk=chunk, document=document)
    try:
        reply = yield from ask(call, shape=_WireMended)
    except SummarizerError:
        return None  # nothing is lost: the sentence stays a draft, as one that cannot be read alone
    statement = " ".join(reply.sentence.split())
    if not is_renamed(statement, of=fact.statement, known=document.text[: chunk.end]):
        return None
    before = [unit.span for unit in chunk.units if unit.span.end <= fact.cited[-1].start][-1:]
    return replace(fact, statement=statement, cited=(*before, *fact.cited))


def is_renamed(statement: str, *, of: str, known: str) -> bool:
    """True when one or two short words were replaced by a few out of the text; none was only left out or only put in.

    Args:
        statement: the sentence as rewritten.
        of: the sentence as it stands.
        known: the text up to the end of what the model saw.
    """
    old, new = [word.text for word in words(of)], [word.text for word in words(statement)]
    changes = [op for op in SequenceMatcher(None, old, new, autojunk=False).get_opcodes() if op[0] != "equal"]
    gone = [word for _, start, end, _, _ in changes for word in old[start:end]]
    came = [word for _, _, _, start, end in changes for word in new[start:end]]
    return (
        all(kind == "replace" for kind, *_ in changes)
        and 0 < len(gone) <= _MOST_GONE
        and len(came) <= _MOST_NEW
        and all(word.isalpha() and len(word) <= _LONGEST_GONE for word in gone)
        and {word.text for word in words(known)}.issuperset(came)
    )


def pronoun_call(fact: DraftedFact, *, chunk: Chunk, document: Document) -> Call:
    """The call that `resolve_pronouns` makes; it begins as the one that picked the sentence."""
    listing = numbered_chunk(document, chunk)
    prompt = load_prompt("mend.v1")
    return Call(
        id=f"mend:{fact.id}",
        stage="extract",
        messages=prompt.render(
            fence=fence_for(listing, avoiding=[fact.statement]), source=listing, sentence=fact.statement
        ),
        schema_name="mended",
        schema=schema_of(_WireMended),
        max_output_tokens=_MAX_OUTPUT_TOKENS,
        prompt_id=prompt.id,
        prompt_sha256=prompt.sha256,
    )
