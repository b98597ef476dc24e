"""Models behind a command, `model="command:ollama run qwen3"`: any program that reads a prompt and writes an answer."""

import asyncio
import json
import shlex
import subprocess

from summarizer import Call, ConfigError, ModelUnavailable, OpenedModel, Provider, Reply, RequestPolicy

PREFIX = "command:"
# Seconds for an answer, where the user names none: as long as the library gives a model in this process.
TIMEOUT = 1800.0


class CommandModel:
    """Runs a command for each call; the prompt is its input, and its output is the answer."""

    def __init__(self, name: str, *, request: RequestPolicy) -> None:
        self.name = name
        self._timeout = request.timeout or TIMEOUT
        self._command = shlex.split(name.removeprefix(PREFIX))
        if not self._command:
            raise ConfigError(f"{PREFIX} needs a command, such as '{PREFIX}ollama run qwen3'")

    def send(self, call: Call) -> Reply:
        """Answer one call; whatever goes wrong is an error that says whether another try may help."""
        try:
            ran = subprocess.run(  # noqa: S603 -- the command is the user's own, and no shell reads it
                self._command,
                input=_prompt(call),
                capture_output=True,
                text=True,
                check=True,
                timeout=min(self._timeout, call.seconds or self._timeout),
            )
        except FileNotFoundError as error:
            raise ConfigError(f"{self.name}: there is no program {self._command[0]}") from error
        except subprocess.SubprocessError as error:
            raise ModelUnavailable(f"{self.name}: {error}", call_id=call.id) from error
        return Reply(text=ran.stdout)

    async def asend(self, call: Call) -> Reply:
        """Answer one call without blocking the event loop."""
        return await asyncio.to_thread(self.send, call)

    def close(self) -> None:
        """Nothing stays open between calls."""

    async def aclose(self) -> None:
        """Nothing stays open between calls."""


def _prompt(call: Call) -> str:
    """All that the call says, and the shape of the answer, for programs that know no schemas."""
    said = "\n\n".join(message.content for message in call.messages)
    if not call.schema:
        return said
    asked = f"Answer with one JSON object, and nothing else, that satisfies this schema:\n{json.dumps(call.schema)}"
    return f"{said}\n\n{asked}"


def open_model(
    name: str,
    *,
    base_url: str | None,  # noqa: ARG001 -- a command has no address
    api_key: str | None,  # noqa: ARG001 -- likewise
    request: RequestPolicy,
) -> OpenedModel:
    """The model of a name; of the settings of a request a program knows how long it may take, and no other."""
    if request.shaping or request.addressing:
        raise ConfigError(f"{name} is a command: of RequestPolicy only timeout means anything to it")
    return CommandModel(name, request=request)


COMMAND = Provider(prefix=PREFIX, open_model=open_model, takes_address=False)
