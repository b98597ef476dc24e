"""Models behind a command: `model="command:ollama run qwen3"` gives each prompt to a program, and reads what it writes."""

import asyncio
import json
import shlex
import subprocess

from summarizer import Call, ConfigError, ModelUnavailable, OpenedModel, Provider, Reply

PREFIX = "command:"
# Seconds for an answer, where the call names none.
TIMEOUT = 600.0


class CommandModel:
    """Runs a command for each call; the prompt is its input, and its output is the answer."""

    def __init__(self, name: str) -> None:
        self.name = name
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
                timeout=call.seconds or TIMEOUT,
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
    return f"{said}\n\nAnswer with one JSON object, and nothing else, that satisfies this schema:\n{json.dumps(call.schema)}"


def open_model(name: str, *, base_url: str | None, api_key: str | None) -> OpenedModel:  # noqa: ARG001 -- a command has no address
    """The model of a name."""
    return CommandModel(name)


COMMAND = Provider(prefix=PREFIX, open_model=open_model, takes_address=False)
