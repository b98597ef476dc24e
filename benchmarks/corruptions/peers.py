"""The grounding checks of other libraries, where they are installed; each in an environment of its own works best.

    pip install instructor langextract pagecite && pip install --no-deps .

Each is asked what its documentation has users ask: is this quote from this text? The claim is the quote.
"""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable, Mapping

Accepts = Callable[[str, str], bool]


def peers() -> Mapping[str, Accepts]:
    """The checks that are installed, by the name of what is called."""
    makers = {"instructor": _instructor, "langextract": _langextract, "pagecite": _pagecite}
    found = [maker() for package, maker in makers.items() if importlib.util.find_spec(package)]
    return dict(found)


def _instructor() -> tuple[str, Accepts]:
    mixin = importlib.import_module("instructor").CitationMixin

    def accepts(claim: str, document: str) -> bool:
        made = mixin.model_validate({"substring_quotes": [claim]}, context={"context": document})
        return bool(made.substring_quotes)

    return "instructor CitationMixin", accepts


def _langextract() -> tuple[str, Accepts]:
    resolver = importlib.import_module("langextract.resolver")
    data = importlib.import_module("langextract.core.data")

    def accepts(claim: str, document: str) -> bool:
        # The filter of its README: an extraction with a place in the text is grounded.
        extraction = data.Extraction(extraction_class="claim", extraction_text=claim)
        aligned = resolver.WordAligner().align_extractions([[extraction]], document)
        return aligned[0][0].char_interval is not None

    return "langextract, its default", accepts


def _pagecite() -> tuple[str, Accepts]:
    verify = importlib.import_module("pagecite.verify")

    def accepts(claim: str, document: str) -> bool:
        return bool(verify.check_quote(claim, [1], [document]).status == verify.VERIFIED)

    return "pagecite check_quote", accepts
