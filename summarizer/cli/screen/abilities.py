"""What a stream of the process can show: colors, a line that is written over, and how many columns.

abilities_of(sys.stdout)  ->  Abilities(colored=True, live=True, columns=80), or nothing of it for a pipe
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TextIO

from summarizer.render.lines.sheet import MIN_WIDTH
from summarizer.render.renderer import DEFAULT_WIDTH

_WIDEST: Final = 100  # longer lines are hard to read, however wide the window is
# What says that a console of Windows understands the sequences that all other terminals do.
_WINDOWS_TERMINALS: Final = ("WT_SESSION", "ANSICON", "ConEmuANSI", "TERM_PROGRAM")


@dataclass(frozen=True, slots=True, kw_only=True)
class Abilities:
    """What can be shown.

    Attributes:
        colored: Colors and weights.
        live: A line that is written over and over, and goes.
        width: Columns that text is wrapped at.
        columns: Columns that there are.
    """

    colored: bool = False
    live: bool = False
    width: int = DEFAULT_WIDTH
    columns: int = DEFAULT_WIDTH


def abilities_of(stream: TextIO | None, *, environment: Mapping[str, str] | None = None) -> Abilities:
    """What a stream can show: nothing but text where it is a pipe, a file, closed, or a terminal that says `dumb`.

    `NO_COLOR`, set to anything, takes the colors; `FORCE_COLOR`, set to anything but 0, gives them to a pipe too, for
    a build whose log shows them. Where both are set, there are none.

    Args:
        stream: standard output or error; None where it is closed.
        environment: the variables; None for those of the process.
    """
    known = os.environ if environment is None else environment
    forced = known.get("FORCE_COLOR", "") not in {"", "0"}
    bare = bool(known.get("NO_COLOR"))
    if stream is None or not stream.isatty():
        return Abilities(colored=forced and not bare)
    able = known.get("TERM") != "dumb" and (sys.platform != "win32" or any(map(known.get, _WINDOWS_TERMINALS)))
    columns = shutil.get_terminal_size((DEFAULT_WIDTH, 24)).columns
    return Abilities(
        colored=(able or forced) and not bare,
        live=able,
        width=max(MIN_WIDTH, min(columns, _WIDEST)),
        columns=columns,
    )
