"""A refusal is what a server said about a request that it did not take; it is read by status, names and numbers.

Refusal(status=400, …).names("temperature")             ->  True
named_limit(refusal, sent=Sent(limit=10000, …))         ->  8192, of "max_tokens: 10000 > 8192"
is_too_large(refusal, sent=Sent(tokens=9000, …))        ->  True, of "9112 exceeds the limit of 8192"
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from summarizer.calls.call import Call
from summarizer.models.openai.error_body import ErrorBody, read_error

if TYPE_CHECKING:
    import openai

# Statuses that are not about a request's form: key, credit, permission, model or path, proxy, time, lock, pace.
_NOT_OF_THE_REQUEST: Final = frozenset({401, 402, 403, 404, 407, 408, 409, 410, 425, 429})
_SERVER_FAULTS_OF_THE_REQUEST: Final = frozenset({500, 501})
# Those that may be about it although nothing says what of it.
_UNEXPLAINED: Final = frozenset({400, 415, 422, 500})
# Words that say that another form would not help. One that is missing here costs a request or two.
_ELSEWHERE: Final = (
    *("api key", "api_key", "apikey", "unauthori", "credential", "permission", "billing", "quota", "credit"),
    *("balance", "does not exist", "not found", "no such model", "unknown model", "invalid model", "overloaded"),
)
_OVERFLOW_CODES: Final = ("context_length", "context_size")
_OVERFLOW_MARKS: Final = (
    *("context length", "context size", "context window", "context limit", "maximum context", "prompt is too long"),
)
# The same in any vendor's words: what is sent is too long, too large or too many, or exceeds something.
_TOO_LONG: Final = re.compile(
    r"\b(?:prompt|input|request|messages?|text|content|tokens?)\b[^.;]{0,60}\btoo (?:long|large|big|many)\b"
    r"|\btoo (?:many|long|large)\b[^.;]{0,30}\b(?:tokens|input|prompt)"
    r"|\b(?:prompt|input|messages|tokens?)\b[^.;]{0,60}\bexceed"
    r"|\bexceed[^.;]{0,60}\b(?:context|tokens?|input|prompt)\b"
)
_FILTER_CODES: Final = ("content_filter", "content_policy", "responsibleai", "data_inspection", "datainspection")
# Parameters that a call can do without, those first that say more than the others.
OPTIONAL: Final = ("temperature", "seed", "top_logprobs", "logprobs", "n")
# A generation that failed on the server, where its text is not in the body.
_FAILED_CODE: Final = re.compile(r"(?=.*(?:json|tool|output|generat|parse|valid)).*_failed")
_FAILED_WORDS: Final = re.compile(
    r"fail\w* to (?:generate|parse the|call a)|tool call validation failed|generated json"
)
# OpenAI's 400 for an answer that hidden reasoning left no room for.
_CUT: Final = re.compile(r"output limit was reached|higher max_(?:completion_)?tokens")
# "system role", "Developer instruction is not enabled", "only 'user' and 'assistant'", "roles must alternate"; not
# "the system is overloaded".
_ROLES: Final = re.compile(
    r"\broles?\b|\b(?:system|developer)[ _-](?:prompt|message|instruction)|['\"`](?:system|developer)['\"`]"
)
# What the output limit is called by one server or another.
LIMIT_NAMES: Final = (
    *("max_tokens", "max_completion_tokens", "max_output_tokens", "max_new_tokens", "maxoutputtokens", "maxtokens"),
    *("max tokens", "completion tokens", "output tokens", "num_predict"),
)
# A whole number of its own, with or without separators of thousands: none in a name, a version, a date or an address.
_NUMBER: Final = re.compile(r"(?<![\w.\-/:#])(?:\d{1,3}(?:[,_]\d{3})+|\d{1,9})(?![\w\-/:]|[.,]\d)")
_LIMIT_WORDS: Final = re.compile(r"max|limit|exceed|too (?:long|large|many|big)|at most|up to|than|longer|larger")
_COUNTED: Final = re.compile(r"token|character|length|input|prompt")
# Tokens: below this a number is no context, and no answer of ours would fit into it.
_LEAST_LIMIT: Final = 16
_LEAST_CONTEXT: Final = 128
# A one-word answer asks for one token, which some servers find too few.
_SHORT_LIMIT: Final = 64
_LARGEST_LEAST: Final = 1024
# Four bytes a token is English with OpenAI's tokenizers; others, and other scripts, are within half and twice of it.
_BYTES_A_TOKEN: Final = 4
_NEAR: Final = 2.0
_NEAR_LETTERS: Final = 1.3  # what a server counts as letters may hold its template's marks, or be bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """How large a request was: its prompt in tokens, about, and in letters, and its output limit."""

    tokens: int
    letters: int
    limit: int

    @classmethod
    def of(cls, call: Call, *, limit: int) -> Sent:
        """The size of a call that is sent with this limit."""
        letters = sum(len(message.content) for message in call.messages)
        size = sum(len(message.content.encode("utf-8", "replace")) for message in call.messages)
        return cls(tokens=size // _BYTES_A_TOKEN, letters=letters, limit=limit)

    def is_near(self, number: int) -> bool:
        """True when a number may count this prompt, alone or with its answer, in tokens or letters."""
        near_tokens = any(size / _NEAR <= number <= size * _NEAR for size in (self.tokens, self.tokens + self.limit))
        return near_tokens or self.letters / _NEAR_LETTERS <= number <= self.letters * _NEAR_LETTERS


@dataclass(frozen=True, kw_only=True)
class Refusal:
    """What a server said about a request that it did not take.

    Attributes:
        status: the HTTP status.
        body: what its body says.
    """

    status: int
    body: ErrorBody

    @classmethod
    def of(cls, error: openai.APIStatusError) -> Refusal:
        """The refusal that an error of the client is."""
        return cls(status=error.status_code, body=read_error(error.response.content))

    @cached_property
    def said(self) -> str:
        """All that it said, in small letters; FastAPI calls its own finding "enum", whatever field it is about."""
        return " ".join((self.body.words.lower(), *self.body.named, *sorted(self.body.codes - {"enum"})))

    @cached_property
    def numbers(self) -> tuple[int, ...]:
        """The whole numbers in it."""
        return tuple(int(re.sub(r"[,_]", "", found)) for found in _NUMBER.findall(self.said))

    @property
    def of_request(self) -> bool:
        """True when the status may be about the form or the size of the request."""
        if self.status >= 500:
            return self.status in _SERVER_FAULTS_OF_THE_REQUEST
        return self.status >= 400 and self.status not in _NOT_OF_THE_REQUEST

    @property
    def is_unexplained(self) -> bool:
        """True when it may be about the form of the request, and names neither what of it nor anything else."""
        if self.status not in _UNEXPLAINED or self.of_roles or self.of_limit:
            return False
        return not any(words in self.said for words in _ELSEWHERE) and not any(map(self.names, OPTIONAL))

    @property
    def of_content(self) -> bool:
        """True when a content filter stopped the prompt, which Azure and others answer with a code of their own."""
        return self.status in (400, 403) and any(mark in code for code in self.body.codes for mark in _FILTER_CODES)

    @property
    def of_roles(self) -> bool:
        """True when it is about who speaks in the messages."""
        return bool(_ROLES.search(self.said))

    @property
    def of_limit(self) -> bool:
        """True when it names the output limit."""
        return any(name in self.said for name in LIMIT_NAMES)

    @property
    def of_context(self) -> bool:
        """True when a code or its words say that prompt and answer do not fit the model's context."""
        if self.status not in (400, 413, 422, 500):
            return False
        if any(mark in code for code in self.body.codes for mark in _OVERFLOW_CODES):
            return True
        if any(mark in self.said for mark in _OVERFLOW_MARKS):
            return True
        return not self.of_limit and bool(_TOO_LONG.search(self.said))

    @property
    def of_cut(self) -> bool:
        """True when the answer came to its limit before a word of it was written."""
        return self.status == 400 and bool(_CUT.search(self.said))

    @property
    def of_generation(self) -> bool:
        """True when the model answered, and the server took the answer for wrong."""
        if self.body.generated or any(_FAILED_CODE.fullmatch(code) for code in self.body.codes):
            return True
        return bool(_FAILED_WORDS.search(self.said))

    def names(self, parameter: str) -> bool:
        """True when it names this parameter; where it says which ones are wrong, among those."""
        where = " ".join(self.body.named) or self.said
        edge = "['\"`]" if len(parameter) == 1 else ""  # a letter alone is a word of many languages
        return bool(re.search(rf"{edge}(?<![a-z_]){parameter}(?![a-z_]){edge}", where))


def named_limit(refusal: Refusal, *, sent: Sent) -> int | None:
    """The output limit that a refusal names as the most, or, for an answer of one word, as the least.

    Where it names the very limit that was sent as too large, it is one less ("less than 8193").
    """
    if not refusal.of_limit:
        return None
    below = [number for number in refusal.numbers if _LEAST_LIMIT <= number < sent.limit]
    if below:
        return max(below)
    above = [number for number in refusal.numbers if sent.limit < number <= _LARGEST_LEAST]
    return min(above) if above and sent.limit < _SHORT_LIMIT else None


def room_left(refusal: Refusal, *, sent: Sent) -> int | None:
    """The output limit that a context named leaves beside the prompt, if it is at least half of what was asked for.

    Limits are set with room to spare, and half of one holds most answers; with less, a smaller prompt is better.
    """
    counted = [n for n in refusal.numbers if n != sent.limit and sent.tokens / _NEAR <= n <= sent.tokens * _NEAR]
    prompt = min(counted, key=lambda n: abs(n - sent.tokens), default=sent.tokens + sent.tokens // 4)
    contexts = [n for n in refusal.numbers if prompt < n < prompt + sent.limit and n != sent.limit]
    room = max(contexts, default=0) - prompt
    return room if room >= max(_LEAST_LIMIT, sent.limit // 2) else None


def is_too_large(refusal: Refusal, *, sent: Sent) -> bool:
    """True when status, code, words or numbers say that the prompt was too large.

    The numbers say so when one counts what was sent and another is smaller; or when one, told as a limit, is smaller
    than what was sent. A rate limit does when it lies below what one request asked for.
    """
    if refusal.status == 429:
        return _asks_beyond_the_limit(refusal.said)
    if not refusal.of_request:
        return False
    return refusal.of_context or refusal.status == 413 or _is_counted_beyond(refusal, sent=sent)


def _is_counted_beyond(refusal: Refusal, *, sent: Sent) -> bool:
    """True when one number counts what was sent, and another that it is held against is smaller."""
    numbers = [n for n in refusal.numbers if n >= _LEAST_CONTEXT and n != sent.limit]
    if any(sent.is_near(n) and min(numbers) < n for n in numbers) and _COUNTED.search(refusal.said):
        return True
    is_limit = _LIMIT_WORDS.search(refusal.said) and "token" in refusal.said
    return bool(is_limit) and any(n < sent.tokens for n in numbers)


def _asks_beyond_the_limit(said: str) -> bool:
    """True of "… tokens per minute (TPM): Limit 6000, Requested 8500": no wait makes that fit."""
    limit, requested = (re.search(rf"\b{word}\W+(\d[\d,]*)", said) for word in ("limit", "requested"))
    if not (limit and requested):
        return False
    return _number(requested[1]) > _number(limit[1])


def _number(text: str) -> int:
    digits = text.replace(",", "")[:12]
    return int(digits) if digits else 0
