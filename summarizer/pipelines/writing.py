"""The way that an article goes through a model: in one piece, in parts, or sentence by sentence for a small model.

one piece:   draft facts -> verify | write -> verify the sentences -> second looks
small model: choose sentences -> put names in -> verify
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.calls.flow import Plan
from summarizer.document.chunks import Chunk
from summarizer.document.context.frame import framed
from summarizer.document.document import Document
from summarizer.models.profile import LARGE_MODEL, ModelProfile
from summarizer.pipelines.extractive import extractive
from summarizer.pipelines.in_parts import in_parts
from summarizer.pipelines.one_piece import in_one_piece
from summarizer.pipelines.outcomes import Outcomes
from summarizer.pipelines.selecting import selecting
from summarizer.settings.options import Options
from summarizer.verification.judging.source import Source


def with_model(
    document: Document, *, chunks: Sequence[Chunk], options: Options, profile: ModelProfile = LARGE_MODEL
) -> Plan[Outcomes]:
    """Facts and summary by a model; `len(facts) + len(rejected)` is the number of facts drafted.

    Args:
        document: the article.
        chunks: the article cut for the model.
        options: how much to write.
        profile: what the model can be trusted with; a plain one chooses sentences, and code arranges them.

    Raises:
        ModelError: no chunk got an answer, because the model could not be reached or refused the requests.
    """
    if profile.plain:
        return (yield from selecting(Source.of(document, chunks=chunks), chunks=chunks, options=options))
    if len(chunks) == 1:
        return (yield from in_one_piece(Source.of(document, chunks=chunks), chunk=chunks[0], options=options))
    parts = framed(chunks, document)
    return (yield from in_parts(Source.of(document, chunks=parts), chunks=parts, options=options))


def without_model(document: Document, *, options: Options) -> Outcomes:
    """Facts and summary out of the article's own sentences, verbatim, so that every tick is honest."""
    return extractive(Source.of(document), options=options)
