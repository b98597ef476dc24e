"""What shows itself in a notebook says so in three forms: one line of text, Markdown, and a fragment of HTML.

class Fact(ShowsItself): def _shown(self) -> Shown: …
fact._repr_mimebundle_(include={"text/html"})  ->  {"text/html": "<div …"}
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Collection
from dataclasses import dataclass

from summarizer.fragments.elements import Html

# A notebook is one file, which whoever opens it loads whole; of what is longer the first part is shown.
_MARKDOWN_MOST = 60_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """How a value is shown; each form is made when it is asked for.

    Attributes:
        markdown: makes Markdown, in which no line depends on one far below it.
        html: makes a fragment of HTML, as `cell` does.
        all_of_it: what to call for all of it, where a part is shown.
    """

    markdown: Callable[[], str]
    html: Callable[[], Html]
    all_of_it: str


class ShowsItself:
    """A value that IPython, and whatever follows its protocol, shows as `_shown()` says."""

    __slots__ = ()

    @abstractmethod
    def _shown(self) -> Shown:
        """How it is shown."""

    def _repr_html_(self) -> str:
        return str(self._shown().html())

    def _repr_markdown_(self) -> str:
        shown = self._shown()
        written = shown.markdown()
        if len(written) <= _MARKDOWN_MOST:
            return written
        whole_lines = written[: written.rindex("\n", 0, _MARKDOWN_MOST)]
        return f"{whole_lines}\n\n*The rest is left out: `{shown.all_of_it}` has it.*\n"

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None, **_: object
    ) -> dict[str, str]:
        """Each form by its media type: those to include, or all, but those to exclude."""
        made: dict[str, Callable[[], str]] = {
            "text/plain": self.__repr__,
            "text/markdown": self._repr_markdown_,
            "text/html": self._repr_html_,
        }
        wanted = [name for name in made if (not include or name in include) and name not in (exclude or ())]
        return {name: made[name]() for name in wanted}
