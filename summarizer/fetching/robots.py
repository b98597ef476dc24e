r"""What the robots.txt of a host lets a program read, as RFC 9309 has it: the longest rule that fits decides.

may_read("User-agent: *\nDisallow: /private", agent="summarizer", path="/private/a")  ->  False
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple
from urllib.parse import quote, unquote

_LINE: Final = re.compile(r"\s*([A-Za-z-]+)\s*:\s*([^#]*)")
_MOST: Final = 512 * 1024  # characters that are read, as the RFC has it
_MOST_STARS: Final = 20


class _Rule(NamedTuple):
    allows: bool
    path: str


def may_read(rules: str, *, agent: str, path: str) -> bool:
    """Whether the rules of a host let a program read a path; what no rule speaks of may be read.

    Args:
        rules: Its robots.txt.
        agent: The program's name, the first word of its user agent.
        path: The path of the page, with its query.
    """
    own, everyone = _groups(rules[:_MOST], agent.casefold())
    fitting = [rule for rule in (own if own is not None else everyone) if _fits(rule.path, _normal(path))]
    # Of rules as long the one that allows goes first.
    best = max(fitting, key=lambda rule: (len(rule.path), rule.allows), default=None)
    return best is None or best.allows


def _groups(rules: str, agent: str) -> tuple[list[_Rule] | None, list[_Rule]]:
    """The rules for a program, None where no group names it, and those for everyone."""
    own: list[_Rule] | None = None
    everyone: list[_Rule] = []
    names: set[str] = set()
    in_names = False
    for key, value in _fields(rules):
        if key == "user-agent":
            names = names if in_names else set()
            names.add(value.casefold().partition("/")[0])
            in_names = True
            if agent in names and own is None:
                own = []
            continue
        in_names = False
        if key not in {"allow", "disallow"} or not value:
            continue
        rule = _Rule(key == "allow", _normal(value))
        if agent in names and own is not None:
            own.append(rule)
        if "*" in names:
            everyone.append(rule)
    return own, everyone


def _fields(rules: str) -> Iterator[tuple[str, str]]:
    for line in rules.removeprefix("\ufeff").splitlines():
        found = _LINE.match(line)
        if found:
            yield found[1].casefold(), found[2].strip()


def _normal(path: str) -> str:
    """A path as it is compared: "%7Ea" and "~a" are one."""
    return quote(unquote(path), safe="/*$?&=:;,@!~+()'")


def _fits(rule: str, path: str) -> bool:
    """Whether a rule fits a path: from its start, "*" for anything, "$" for the end."""
    ends = rule.endswith("$")
    pieces = rule.removesuffix("$").split("*")
    if len(pieces) > _MOST_STARS or not path.startswith(pieces[0]):
        return False
    place = len(pieces[0])
    for piece in pieces[1:]:
        found = path.find(piece, place)
        if found < 0:
            return False
        place = found + len(piece)
    return not ends or place == len(path) or (len(pieces) > 1 and path.endswith(pieces[-1]))
