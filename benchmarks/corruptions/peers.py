"""Calls the grounding checks of other libraries, where they are installed; an environment of its own for each is best.

    pip install instructor langextract pagecite && pip install --no-deps .

Each is asked what its documentation has users ask: is this quote from this text? The claim is the quote.
"""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable, Mapping

Accepts = Callable[[str, str], bool]


def installed_peers() -> Mapping[str, Accepts]:
    """The checks that are installed, by the name of what is called."""
    found = {}
    for package, (name, check_of) in _CHECKS.items():
        if importlib.util.find_spec(package):
            found[name] = check_of()
    return found


def _instructor_check() -> Accepts:
    mixin = importlib.import_module("instructor").CitationMixin

    def accepts(claim: str, document: str) -> bool:
        made = mixin.model_validate({"substring_quotes": [claim]}, context={"context": document})
        return bool(made.substring_quotes)

    return accepts


def _langextract_check() -> Accepts:
    resolver = importlib.import_module("langextract.resolver")
    data = importlib.import_module("langextract.core.data")

    def accepts(claim: str, document: str) -> bool:
        # The filter of its README: an extraction with a place in the text is grounded.
        extraction = data.Extraction(extraction_class="claim", extraction_text=claim)
        aligned = resolver.WordAligner().align_extractions([[extraction]], document)
        return aligned[0][0].char_interval is not None

    return accepts


def _pagecite_check() -> Accepts:
    verify = importlib.import_module("pagecite.verify")

    def accepts(claim: str, document: str) -> bool:
        return bool(verify.check_quote(claim, [1], [document]).status == verify.VERIFIED)

    return accepts


# Package, name in the table, and what makes its check.
_CHECKS: Mapping[str, tuple[str, Callable[[], Accepts]]] = {
    "instructor": ("instructor CitationMixin", _instructor_check),
    "langextract": ("langextract, its default", _langextract_check),
    "pagecite": ("pagecite check_quote", _pagecite_check),
}
