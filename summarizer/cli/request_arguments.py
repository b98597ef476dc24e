"""The options of the command line that say how a model is asked, and the policy that they come to.

add_request(command)
request_of(arguments)  ->  RequestPolicy(timeout=300.0, …), or None where none of them is given
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from typing import Any, Final

from summarizer.errors import ConfigError
from summarizer.models.request_policy import RequestPolicy

# The options by the settings of `RequestPolicy`, which say what each may be.
_OPTIONS: Final[Mapping[str, tuple[str, dict[str, Any]]]] = {
    "timeout": (
        "--timeout",
        {"type": float, "metavar": "S", "help": "seconds for one try (default: 120; llama: models 1800)"},
    ),
    "max_output_tokens": (
        "--max-output-tokens",
        {
            "type": int,
            "metavar": "N",
            "help": "tokens of one answer at most, for a model that takes no more (default: what a call needs)",
        },
    ),
    "reasoning_effort": (
        "--reasoning-effort",
        {"metavar": "E", "help": "how long a reasoning model thinks, such as low or high (default: the server's)"},
    ),
    "temperature": (
        "--temperature",
        {"type": float, "metavar": "T", "help": "0 to 2 (default: 0, so that the same text gets the same answer)"},
    ),
    "seed": ("--seed", {"type": int, "metavar": "N", "help": "for servers that draw by one (default: none)"}),
    "extra_headers": (
        "--header",
        {
            "action": "append",
            "metavar": "'NAME: VALUE'",
            "help": "a header that goes with each request; may be given several times (default: none)",
        },
    ),
    "extra_body": (
        "--body",
        {"metavar": "JSON", "help": "more fields of each request, as a JSON object (default: none)"},
    ),
    "proxy": (
        "--proxy",
        {"metavar": "URL", "help": "a proxy, or '' for none (default: HTTPS_PROXY, HTTP_PROXY, ALL_PROXY, NO_PROXY)"},
    ),
    "ca_file": (
        "--ca-file",
        {
            "metavar": "PEM",
            "help": "certificates that the server's is checked by (default: SSL_CERT_FILE, or the system's)",
        },
    ),
}


def add_request(command: argparse.ArgumentParser) -> None:
    """Let a command take these options, in a group of their own."""
    group = command.add_argument_group("how a model is asked")
    for name, (option, details) in _OPTIONS.items():
        group.add_argument(option, dest=name, **{"type": str, **details} if "action" not in details else details)
    group.add_argument(
        "--fallback-model",
        action="append",
        metavar="M",
        help="another model, named as for --model, that is asked where one fails; may be given several times "
        "(default: none)",
    )


def request_of(arguments: argparse.Namespace) -> RequestPolicy | None:
    """The policy that the options come to; None where none is given.

    Raises:
        ConfigError: a header or the body is not written as it has to be, or a setting is out of its range.
    """
    given = {name: getattr(arguments, name) for name in _OPTIONS if getattr(arguments, name) is not None}
    if "extra_headers" in given:
        given["extra_headers"] = dict(map(_header, given["extra_headers"]))
    if "extra_body" in given:
        given["extra_body"] = _body(given["extra_body"])
    return RequestPolicy(**given) if given else None


def options_given(arguments: argparse.Namespace) -> tuple[str, ...]:
    """Those of these options that were given, as they are written."""
    given = [option for name, (option, _) in _OPTIONS.items() if getattr(arguments, name) is not None]
    return (*given, *(["--fallback-model"] if arguments.fallback_model else []))


def _header(line: str) -> tuple[str, str]:
    name, colon, value = line.partition(":")
    if not colon:
        raise ConfigError("--header takes 'NAME: VALUE', with a colon behind the name")  # a value is never shown
    return name.strip(), value.strip()


def _body(text: str) -> object:
    try:
        return json.loads(text)
    except ValueError as error:
        raise ConfigError(f"--body takes a JSON object, such as '{{\"top_k\": 20}}': {error}") from error
