"""A prompt file holds the words that go to a model; text from outside is put between fences in it.

load_prompt("extract.v2").render(fence=fence_for(text), source=text, count="5", …)
-> (Message(role="system", content="You work on an article, …"), Message(role="user", content="=== 9f2c… ===…"))
"""

from __future__ import annotations

import functools
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Final, Literal, cast

from summarizer.calls.message import Message, Role
from summarizer.errors import PromptError

PromptId = Literal[
    "arrange.v1",
    "brief.v1",
    "continue.v1",
    "doubt.v3",
    "extract.v2",
    "judge.v3",
    "mend.v1",
    "part.v1",
    "repair.v1",
    "schema.v1",
    "select.v2",
    "write.v2",
    "yesno.v1",
]

_ROLE_LINE: Final = re.compile(r"^## (system|user|assistant)[ \t]*$", re.MULTILINE)
# 16 hex digits: a text would have to contain 64 bits of its own hash to forge the line.
_FENCE_DIGITS: Final = 16
_FENCE_LINE: Final = re.compile(rf"=== [0-9a-f]{{{_FENCE_DIGITS}}} ===")


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """A prompt file, split into its roles before anything is put in: `sha256` is that of the file's bytes."""

    id: str
    sha256: str
    parts: tuple[tuple[Role, str], ...]

    @property
    def variables(self) -> frozenset[str]:
        """The names that `render` must be given."""
        return frozenset(name for _, part in self.parts for name in Template(part).get_identifiers())

    def render(self, **values: str) -> tuple[Message, ...]:
        """The messages, with every `$name` replaced by its value; values are not read for variables again.

        Raises:
            PromptError: a variable is missing, or a value is given for a name that the prompt does not have.
        """
        wrong = [f"no value for ${name}" for name in sorted(self.variables - values.keys())]
        wrong += [f"no variable ${name} in the prompt" for name in sorted(values.keys() - self.variables)]
        if wrong:
            raise PromptError(f"prompt {self.id}: {'; '.join(wrong)}")
        return tuple(Message(role=role, content=Template(part).substitute(values)) for role, part in self.parts)

    def values_of(self, messages: Sequence[Message]) -> dict[str, str]:
        """What was put into the prompt: `prompt.values_of(prompt.render(**values)) == values`.

        That holds for values between fences, which hold no fence, and for others of one line.

        Raises:
            PromptError: the messages are not of this prompt.
        """
        if len(messages) != len(self.parts):
            raise PromptError(f"prompt {self.id} has {len(self.parts)} parts, not {len(messages)}")
        values: dict[str, str] = {}
        for message, (_, part) in zip(messages, self.parts, strict=True):
            found = _pattern_of(part).fullmatch(message.content)
            if found is None:
                raise PromptError(f"the {message.role} message was not made of prompt {self.id}")
            values |= found.groupdict()
        return values


@functools.cache
def load_prompt(prompt_id: PromptId) -> Prompt:
    """The prompt with this id, read once a process.

    Raises:
        PromptError: the file is missing, is not UTF-8, or has no role line.
    """
    inside = files("summarizer") / "prompts"
    # In a checkout the folder stands beside the package; in a wheel it is inside it.
    folder = inside if inside.is_dir() else Path(__file__).parents[2] / "prompts"
    try:
        data = (folder / f"{prompt_id}.md").read_bytes()
    except OSError as error:
        raise PromptError(f"prompt {prompt_id} cannot be read: {error}; reinstall summarizer") from error
    return parse_prompt(prompt_id, data=data)


def parse_prompt(prompt_id: str, *, data: bytes) -> Prompt:
    """A prompt from the bytes of its file.

    Raises:
        PromptError: the bytes are not UTF-8, no role line starts the text, or a `$` is stray.
    """
    try:
        pieces = _ROLE_LINE.split(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise PromptError(f"prompt {prompt_id} is not UTF-8: {error}") from error
    if len(pieces) < 3 or pieces[0].strip():
        raise PromptError(f"prompt {prompt_id} must start with a line '## system' or '## user'")
    parts = tuple((cast("Role", role), body.strip()) for role, body in zip(pieces[1::2], pieces[2::2], strict=True))
    for _, part in parts:
        if not Template(part).is_valid():
            raise PromptError(f"prompt {prompt_id} has a stray '$'; write '$$' for a dollar sign")
    return Prompt(id=prompt_id, sha256=hashlib.sha256(data).hexdigest(), parts=parts)


@functools.cache
def _pattern_of(part: str) -> re.Pattern[str]:
    """The pattern of a part: each variable is a group, and what repeats one repeats its value."""
    pattern = ""
    known: set[str] = set()
    at = 0
    for found in Template.pattern.finditer(part):
        pattern += re.escape(part[at : found.start()])
        at = found.end()
        name = found["named"] or found["braced"]
        if name is None:
            pattern += re.escape("$")
        elif name in known:
            pattern += f"(?P={name})"
        else:
            pattern += f"(?P<{name}>.*?)"
            known.add(name)
    return re.compile(pattern + re.escape(part[at:]), re.DOTALL)


def end_of_fenced(content: str) -> int:
    """How many characters of a message are the enclosed text that it begins with, both fences included; 0 if none is.

    `content[: end_of_fenced(content)]` is what all calls about one stretch of an article begin with, so that a server
    can be told to keep it.
    """
    fence = content.partition("\n")[0]
    if not _FENCE_LINE.fullmatch(fence):
        return 0
    at = content.find(f"\n{fence}", len(fence))
    return at + 1 + len(fence) if at >= 0 else 0


def fence_for(text: str, *, avoiding: Sequence[str] = ()) -> str:
    """A delimiter line drawn for a text, which occurs neither in it nor in the others; equal texts get equal lines.

    It is drawn from the hash of the text, so that a text cannot know its own fence, a run can be repeated to the
    letter, and two calls about one stretch of an article begin alike, as a server's prompt cache wants it.

    Args:
        text: what is enclosed first.
        avoiding: what else is enclosed in the same call.
    """
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass"))
    while True:
        fence = f"=== {digest.hexdigest()[:_FENCE_DIGITS]} ==="
        if not any(fence in other for other in (text, *avoiding)):
            return fence
        digest.update(b"again")
