r"""A sheet is what lines are written on: so many columns wide, and in colors where the terminal has them.

Sheet(width=88).item("✓", "The port closes.")                ->  ["✓ The port closes."]
Sheet(width=88, colored=True).item("✓", "The port closes.")  ->  ["\x1b[32m✓\x1b[0m The port closes."]
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from summarizer.errors import ConfigError
from summarizer.render.wrapping import columns, wrap

MIN_WIDTH: Final = 40

Tone = Literal["heading", "good", "bad", "open", "faint", "lit"]

# Of the sixteen colors that every terminal has those that can be read on a dark and on a light ground: no yellow, no
# cyan, no white. What is faint is so by weight, not by a gray that some ground hides.
_CODES: Final[Mapping[Tone, str]] = {
    "heading": "1",
    "good": "32",
    "bad": "31",
    "open": "35",
    "faint": "2",
    "lit": "1",
}
_TONES: Final[Mapping[str, Tone]] = {"✓": "good", "✗": "bad", "~": "open", "?": "open", "!": "bad", "≠": "open"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """So many columns, at least 40, and colors or none; a color takes no column.

    Raises:
        ConfigError: it is too narrow.
    """

    width: int
    colored: bool = False

    def __post_init__(self) -> None:
        if self.width < MIN_WIDTH:
            raise ConfigError(f"width is {self.width} columns; give at least {MIN_WIDTH}")

    def wrap(self, text: str, *, tone: Tone | None = None, first: str | None = None, indent: str = "") -> list[str]:
        """The text in lines, as `wrapping.wrap` makes them."""
        return [self.toned(line, tone) for line in wrap(text, width=self.width, first=first, indent=indent)]

    def heading(self, title: str) -> list[str]:
        """A title, and a rule below it."""
        return [self.toned(title, "heading"), self.toned("─" * columns(title), "faint")]

    def item(self, mark: str, text: str, *, number: int | None = None) -> list[str]:
        """A text behind its mark, which has the color of what it says, and before that its number where it has one."""
        opening = mark if number is None else f"{number:>2} {mark}"
        lines = wrap(text, width=self.width, first=f"{opening} ", indent=" " * (columns(opening) + 1))
        toned = opening.removesuffix(mark) + self.toned(mark, _TONES.get(mark))
        return [toned + lines[0].removeprefix(opening), *lines[1:]]

    def items(self, mark: str, texts: Iterable[str]) -> list[str]:
        """Several of them, below each other."""
        return [line for text in texts for line in self.item(mark, text)]

    def toned(self, line: str, tone: Tone | None) -> str:
        """A line, or a part of one that is wrapped already, in its color."""
        if not self.colored or tone is None:
            return line
        inner = line.lstrip(" ")
        return f"{line[: len(line) - len(inner)]}\x1b[{_CODES[tone]}m{inner}\x1b[0m" if inner else line
