"""What in a document may be a name that it does not have."""

from __future__ import annotations

import pytest

from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.reading.fact_index import FactIndex
from summarizer.verification.reading.likeness.open_names import open_name_note
from summarizer.verification.reading.names import initials_of, name_runs


@pytest.mark.parametrize(
    ("claim", "document", "note"),
    [
        (
            "He met LAX.",
            "He landed at Los Angeles International Airport.",
            "may be short for what the source has in full",
        ),
        ("The CEO left.", "The chief executive officer left.", "may be short for what the source has in full"),
        ("He saw Los Angeles.", "He landed at LAX.", "the source may have it in short"),
        ("He met Tech Crunch.", "He met TechCrunch.", "the source has “TechCrunch”"),
        ("An Iberoamerican game.", "An Ibero-American game.", "the source has “Ibero-American”"),
        ("A Flintshire man.", "A man of Flint.", "the source has “flint”, which may be of one origin"),
        ("The Hemisphere met.", "A hemispheric summit.", "the source has “hemispheric”, which may be of one origin"),
        ("He likes Man.", "He likes Manchester.", "the source has “manchester”, which may be of one origin"),
        ("He likes Utd a lot.", "He likes United.", "the source has “united”, which may be of one origin"),
        ("He likes Tiveton.", "He likes Tiverton.", "the source has “tiverton”, which may be of one origin"),
        ("The BoE cut rates.", "The Bank of England cut rates.", "may be short for what the source has in full"),
        ("The Tube took it.", "It was on YouTube.", "the source has “youtube”, which may be of one origin"),
        ("He met Kessel.", "He met Ortega in Oslo.", ""),
        ("The BBC came.", "He met Ortega in Oslo.", ""),
    ],
)
def test_open_name_note(claim: str, document: str, note: str) -> None:
    """Short and full, one word or two, derivations and slips; nothing where the document has none of that."""
    run = name_runs(canonicalize(claim, language="en"))[0]
    form = canonicalize(document, language="en")
    written = claim[run[0].start : run[0].end]
    facts, initials = FactIndex.of([form]), initials_of([form])
    assert open_name_note(run[0], run, written=written, document=facts, initials=initials) == note
