"""What the cues of a sentence do, for the tests of the records."""

from __future__ import annotations

from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.reading.cues import cue_spans


def cues_in(text: str, language: str) -> dict[str, str]:
    """Each cue of a sentence, as it is written there in small letters, with its kinds in alphabetical order."""
    form = canonicalize(text, language=language)
    spans = cue_spans(form.keys, language)
    return {form.words_of(span.start, span.end).lower(): " ".join(sorted(span.kinds)) for span in spans}
