"""Stand-ins say in other words what the article says, so that rules leave them to a judge who finds them supported.

    reworded("The bridge closed.")                 ->  "The bridge closed accordingly."
    overstated("The bridge closed accordingly.")  ->  "The bridge closed accordingly besides withal."
    corrected("The bridge closed accordingly besides withal.")  ->  "The bridge closed accordingly besides."

A word that no rule knows keeps a sentence from being ticked word for word, and takes nothing from what it says. So a
stand-in has the size and the fate of a model's own words, in any language.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

# No name, number or cue of any kind, so that no rule speaks for or against a sentence because of them; a test holds
# every rewording of the example articles against the rules.
_WORDS: Final = (
    "accordingly",
    "thereby",
    "therein",
    "thereupon",
    "therewith",
    "thereof",
    "thereto",
    "herein",
    "heretofore",
    "hereby",
)
# Two words, so that a heading of one is still three words long when it is corrected: what is shorter is no correction.
_OVERSTATING: Final = "besides withal"
_OVERSTATED: Final = " withal."
_STOPS: Final = ".!?…。！？ "


def reworded(sentence: str, *, variant: int = 0) -> str:
    """The sentence in other words; two variants below `MOST_VARIANTS` differ, and neither holds the other."""
    return _ended(sentence, _WORDS[variant % MOST_VARIANTS])


def overstated(statement: str) -> str:
    """The statement with words too many, of which `corrected` takes one away."""
    return _ended(statement, _OVERSTATING)


def is_overstated(statement: str) -> bool:
    """True for what `overstated` made."""
    return statement.endswith(_OVERSTATED)


def corrected(statement: str) -> str:
    """The statement without its last word where it is overstated, and else as it is."""
    return f"{statement.removesuffix(_OVERSTATED)}." if is_overstated(statement) else statement


def restated_in(statement: str, sentences: Iterable[tuple[int, str]]) -> int | None:
    """The number of the sentence that a statement says in other words; None where it is another statement's.

    Args:
        statement: what was made of a sentence here.
        sentences: numbers and sentences.
    """
    found = [(len(sentence), number) for number, sentence in sentences if statement.startswith(_bare(sentence))]
    return max(found)[1] if found else None


def _ended(statement: str, word: str) -> str:
    return f"{_bare(statement)} {word}."


def _bare(sentence: str) -> str:
    return sentence.rstrip(_STOPS)


MOST_VARIANTS: Final = len(_WORDS)
