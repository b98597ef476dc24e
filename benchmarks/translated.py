"""Measures claims in seven languages about an English article, beside a judge that says yes at the right sentence.

    python benchmarks/translated.py [--show]

Each of 16 facts of an example article is told in German, French, Spanish, Italian, Portuguese, Dutch and Chinese, and
once more with a value changed (`translations/`). The judge finds every claim entailed. Counted are, by language,

- the true ones that are ticked: what is missing was refused by rules that do not understand the language;
- the false ones that are not: what rules see across languages where a judge nods;
- and without a judge those of either that are called wrong. A true one among them is an error.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import summarizer
from summarizer.calls.call import Call
from summarizer.document.numbered_sentences import read_numbered
from summarizer.verification.verdict import CheckedClaim

_ROOT: Final = Path(__file__).parent
_DATA: Final = _ROOT / "translations" / "harbor-ferry.json"
_CALLED_WRONG: Final = ("contradicted", "not_stated")


class _Nodding:
    """A judge that says yes to every claim, and names the sentence that states its fact."""

    def __init__(self, facts: Sequence[Mapping[str, Any]]) -> None:
        self._stated_in = {claim: fact["stated_in"] for fact in facts for claim in _claims(fact)}

    def __call__(self, call: Call) -> dict[str, object]:
        """The judgement that a call asks for."""
        shown = read_numbered(call.messages[-1].content)
        lines = call.messages[-1].content.split("\n")
        asked = [json.loads(line) for line in lines if line.startswith('{"id"') and '"claim"' in line]
        return {"claims": [self._entailed(claim, shown) for claim in asked]}

    def _entailed(self, claim: Mapping[str, str], shown: Mapping[int, str]) -> dict[str, object]:
        words = self._stated_in[claim["claim"]]
        sentences = [number for number, text in shown.items() if words in text] or [min(shown)]
        finding = {"text": claim["claim"], "sentences": sentences, "relation": "entailed"}
        return {"id": claim["id"], "assertions": [finding], "correction": ""}


def _claims(fact: Mapping[str, Any]) -> list[str]:
    return [*fact["true"].values(), *fact["false"].values()]


def main() -> None:
    """Measure every language and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--show", action="store_true", help="print what ends otherwise than it should")
    options = parser.parse_args()
    data = json.loads(_DATA.read_text("utf-8"))
    article, facts = (_ROOT.parent / data["article"]).read_text("utf-8"), data["facts"]
    print(
        f"{'language':10} {'true, ticked':>14} {'false, not ticked':>18} {'alone: true called wrong':>26} {'false':>8}"
    )
    with (
        summarizer.Summarizer(model=summarizer.ScriptedModel(_Nodding(facts)), exam="never") as judged,
        summarizer.Summarizer(model=None) as alone,
    ):
        for language in facts[0]["true"]:
            true = [fact["true"][language] for fact in facts]
            false = [fact["false"][language] for fact in facts]
            ticked = [one for one in judged.verify(true, article) if one.verdict == "supported"]
            passed = [one for one in judged.verify(false, article) if one.verdict == "supported"]
            wrong = [one for one in alone.verify(true, article) if one.verdict in _CALLED_WRONG]
            caught = [one for one in alone.verify(false, article) if one.verdict in _CALLED_WRONG]
            held = len(false) - len(passed)
            print(f"{language:10} {len(ticked):>14} {held:>18} {len(wrong):>26} {len(caught):>8}")
            if options.show:
                _print([*passed, *wrong, *(one for one in judged.verify(true, article) if one.verdict != "supported")])


def _print(claims: Sequence[CheckedClaim]) -> None:
    for one in claims:
        print(f"    {one.verdict}: {one.reason}\n        {one.statement}")


if __name__ == "__main__":
    main()
