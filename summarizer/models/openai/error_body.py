"""The body of an error is read whatever its shape: a string, a list, nested objects, a page of HTML, or nothing.

read_error(b'[{"error": {"code": 400, "message": "Too many.", "status": "INVALID_ARGUMENT"}}]')
->  ErrorBody(words="Too many.", codes={"400", "invalid_argument"}, …)
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

# Under which keys servers say what is wrong, in what order; what else stands in a body is told after it.
_MESSAGES: Final = (
    *("message", "msg", "detail", "details", "error_description", "error_msg", "errormessage", "error", "errors"),
    *("title", "reason", "raw"),
)
_CODES: Final = frozenset({"code", "type", "status", "error_code", "errorcode", "statuscode", "status_code"})
_NAMES: Final = frozenset({"param", "parameter", "loc", "field", "path"})
# The request as FastAPI repeats it, which may hold any word; and what names the answer, and says nothing of the error.
_PASSED_OVER: Final = frozenset(
    {"input", "request", "body", "url", "object", "success", "id", "request_id", "requestid", "trace_id", "timestamp"}
)
# A model's text that failed: `failed_generation` (Groq), `generated_text` (TGI), `raw_output`, `completion`.
_GENERATED: Final = re.compile(r"generat|^(?:raw_?|model_?)?(?:output|completion)(?:_text)?$")
_NO_CONTENT: Final = re.compile(r"<(script|style)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_TAG: Final = re.compile(r"<[!/a-zA-Z][^<>]*>")
# More than any reason takes, a failed generation of the usual size beside it; the rest of a body is not looked at.
_MOST_BYTES: Final = 400_000
_MOST_LETTERS: Final = 4000  # of one reason
_MOST_DEPTH: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorBody:
    """What a server said about an error.

    Attributes:
        words: its own words in one line, what is wrong before all else; "" where it said nothing.
        codes: codes, types and statuses, in small letters.
        named: the parameters that it names as wrong, in small letters, each as a path with dots.
        generated: what the model had written before the server took it for wrong.
    """

    words: str
    codes: frozenset[str] = frozenset()
    named: tuple[str, ...] = ()
    generated: tuple[str, ...] = ()


def read_error(content: bytes) -> ErrorBody:
    """What the body of an error says; nothing in it raises."""
    text = content[:_MOST_BYTES].decode("utf-8", "replace").strip()
    value = _parsed(text)
    if not isinstance(value, dict | list):
        said = value if isinstance(value, str) else text
        return ErrorBody(words="" if said == "null" else _in_one_line(_without_tags(said)))
    found = _Found()
    found.take(value, key="", depth=0)
    words = [word for word in dict.fromkeys((*found.messages, *found.others)) if word.strip()] or sorted(found.codes)
    return ErrorBody(
        words=_in_one_line("; ".join(words)),
        codes=frozenset(found.codes),
        named=tuple(dict.fromkeys(found.named)),
        generated=tuple(found.generated),
    )


@dataclass(slots=True)
class _Found:
    """What was found on the way through a body."""

    messages: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    codes: set[str] = field(default_factory=set)
    named: list[str] = field(default_factory=list)
    generated: list[str] = field(default_factory=list)

    def take(self, value: object, *, key: str, depth: int) -> None:
        """Take what stands under a key, and all that is within."""
        if depth > _MOST_DEPTH or value is None or key in _PASSED_OVER:
            return
        if _is_generated(key, value):
            self.generated.append(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
        elif key in _NAMES:
            self._take_name(value)
        elif isinstance(value, Mapping):
            for name in sorted(value, key=_rank):
                self.take(value[name], key=str(name).lower(), depth=depth + 1)
        elif isinstance(value, list):
            for one in value:
                self.take(one, key=key, depth=depth + 1)
        else:
            self._take_word(value, key=key, depth=depth)

    def _take_name(self, value: object) -> None:
        path = ".".join(map(str, value)) if isinstance(value, list) else str(value)
        self.named.append(path.lower())
        if " " in path:  # a whole sentence, where others have a name
            self.messages.append(path[:_MOST_LETTERS])

    def _take_word(self, value: object, *, key: str, depth: int) -> None:
        if key in _CODES:
            self.codes.add(str(value).lower())
            return
        nested = _parsed(value) if isinstance(value, str) and value.lstrip()[:1] in ("{", "[") else None
        if nested is not None:  # a router hands on its provider's body as a string
            self.take(nested, key=key, depth=depth + 1)
        elif isinstance(value, str) and (key in _MESSAGES or not key):
            self.messages.append(_without_tags(value))
        elif value != "":
            self.others.append(f"{key}: {str(value)[:_MOST_LETTERS]}")


def _is_generated(key: str, value: object) -> bool:
    """True of what a model wrote; an object with a message in it tells about it instead."""
    tells = isinstance(value, Mapping) and bool(value.keys() & {*_MESSAGES})
    return bool(_GENERATED.search(key)) and not tells


def _rank(name: object) -> int:
    """Messages come first, so that a message that is cut still says what is wrong."""
    key = str(name).lower()
    return _MESSAGES.index(key) if key in _MESSAGES else len(_MESSAGES)


def _parsed(text: str) -> object:
    """The JSON that a text is, or None."""
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value


def _without_tags(text: str) -> str:
    """A page of HTML as its words; any other text as it is."""
    text = text[:_MOST_LETTERS]
    if "<" not in text:
        return text
    return html.unescape(_TAG.sub(" ", _NO_CONTENT.sub(" ", text)))


def _in_one_line(text: str) -> str:
    return " ".join(text.split())
