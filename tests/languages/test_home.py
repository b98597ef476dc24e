"""What is known of a language stands in `languages/` alone: no other module holds words of one."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "summarizer"

# Letters that English does not write, characters of scripts without blanks, and words that only a table would hold.
FOREIGN = re.compile(
    r"[äöüßéèêàâçñáíóúìòù¿¡œæø]|[\u0370-\u1fff]|[\u3040-\u9fff]|"
    r"\b(?:und|nicht|oder|dass|werden|pas|une|dans|avec|una|pero|como|della|sono|het|niet|não|uma)\b",
    re.IGNORECASE,
)
# What is no table of words, and why.
BY_FORM = {
    "document/title_and_date.py": "the marks 年月日 of a date in figures, shared by several languages",
    "document/readers/opening/likely_encoding.py": "the most frequent letters of scripts, by which encodings are told",
    "fragments/harmless.py": "characters that print nothing, of many scripts",
    "document/sentences.py": "Japanese particles behind a closing quotation mark",
    "document/surroundings/time_stamps.py": "the marks of a date and an hour in figures",
    "text/terms.py": "the vowels of Latin scripts",
    "text/lookalikes.py": "letters of many scripts that look like figures",
    "text/misreadings.py": "characters that print nothing, of many scripts",
    "text/fold.py": "what characters fold to, whatever the language",
    "verification/reading/figure_dates.py": "the marks 年月日 of a date in figures",
    "verification/reading/casing.py": "the letter that folding makes two of",
    "verification/reading/numbers/chinese.py": "a reader of its own for the characters of numbers, as English has one",
    "verification/reading/numbers/quantities.py": "the characters before a percentage, for that reader",
}


def literals(path: Path) -> Iterator[tuple[int, str]]:
    """The strings of a module that are no docstrings, with their lines."""
    tree = ast.parse(path.read_text("utf-8"))
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.lineno, node.value


def holds_words(text: str) -> bool:
    """True for a string in which some letter or word is not English; marks such as "。" belong to no language."""
    return any(match[0][0].isalpha() for match in FOREIGN.finditer(text))


def foreign_literals() -> dict[str, list[tuple[int, str]]]:
    """By module, the strings that hold another language."""
    found: dict[str, list[tuple[int, str]]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).as_posix()
        if name.startswith("languages/"):
            continue
        hits = [(line, text) for line, text in literals(path) if holds_words(text)]
        if hits:
            found[name] = hits
    return found


def test_no_module_outside_holds_words_of_a_language() -> None:
    """A new table belongs into the record of its language."""
    assert {name: hits for name, hits in foreign_literals().items() if name not in BY_FORM} == {}


def test_the_exceptions_are_needed() -> None:
    """A module that holds no such string any more leaves the list."""
    assert set(BY_FORM) <= set(foreign_literals())


def test_the_search_sees_tables() -> None:
    """The records themselves would be found, so that an empty result is no accident."""
    german = PACKAGE / "languages" / "records" / "de.py"
    assert any(holds_words(text) for _, text in literals(german))
