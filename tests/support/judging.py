"""A short article as a source, and replies of a judge about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from scripts import json_lines_of

from summarizer.calls.call import Call
from summarizer.document.chunks import ChunkPolicy, chunk
from summarizer.document.document import Document
from summarizer.document.tokens import counter_for
from summarizer.verification.judging.source import Source

SENTENCES = (
    "The council of Brenta closed the old bridge on 3 May 2026.",
    "Engineers had found cracks in two of its piers.",
    "The mayor, Ada Corvi, said repairs would cost 4.2 million euros.",
    "Work is to begin in September 2026.",
    "A ferry carries walkers until then.",
    "Cars take the road over Fossa.",
    "The detour adds 17 kilometers to the way to school.",
    "Shops near the river complain of empty tables.",
    "A second bridge was never built.",
)
BRIDGE = " ".join(SENTENCES)


def source_of(text: str = BRIDGE, *, max_tokens: int = 2000, whole_tokens: int = 0) -> Source:
    """The source that a text is, cut into chunks as for a model, and shown to judges in parts as a long one is."""
    document = Document.of(text)
    policy = ChunkPolicy(max_tokens=max_tokens, lead_tokens=0)
    return Source.of(
        document, chunks=chunk(document, policy=policy, counter=counter_for(None)), whole_tokens=whole_tokens
    )


def finding(text: str, *sentences: int, relation: str = "entailed") -> dict[str, object]:
    """One assertion as a judge writes it."""
    return {"text": text, "sentences": list(sentences), "relation": relation}


def answer(claim_id: str, *findings: dict[str, object], correction: str = "") -> dict[str, object]:
    """What a judge says of one claim."""
    return {"id": claim_id, "assertions": list(findings), "correction": correction}


def judging(said: Mapping[str, dict[str, object]]) -> Callable[[Call], dict[str, object]]:
    """A rule for a plan: each claim asked about gets the answer under its words, with its own id put in."""

    def rule(call: Call) -> dict[str, object]:
        return {"claims": [said[str(claim["claim"])] | {"id": claim["id"]} for claim in json_lines_of(call)]}

    return rule
