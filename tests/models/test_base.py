"""What counts as a model, and by which name a cache knows it."""

from __future__ import annotations

from summarizer.calls.call import Call, Reply
from summarizer.models.base import ChatModel, kind_of
from summarizer.models.openai.chat import OpenAIChat
from summarizer.models.scripted import ScriptedModel


class Own:
    """A model of a user's own, with nothing but what the protocol asks for."""

    name = "own"

    def send(self, call: Call) -> Reply:
        """Answer."""
        return Reply(text=call.id)

    async def asend(self, call: Call) -> Reply:
        """Answer."""
        return self.send(call)


class SyncOnly:
    """No model: it has no `asend`."""

    name = "half"

    def send(self, call: Call) -> Reply:
        """Answer."""
        return Reply(text=call.id)


def test_an_object_with_name_send_and_asend_is_a_model() -> None:
    """No base class is needed; a part missing is no model."""
    model: ChatModel = Own()
    assert isinstance(model, ChatModel)
    assert isinstance(ScriptedModel({}), ChatModel)
    assert not isinstance(SyncOnly(), ChatModel)
    assert not isinstance("gpt-5-mini", ChatModel)


def test_the_kinds_never_change() -> None:
    """A class may move; the name that caches know it by does not. Without one the class is named in full."""
    assert kind_of(OpenAIChat("m", api_key="sk-x")) == "summarizer.models.openai_chat.OpenAIChat"
    assert kind_of(ScriptedModel({})) == "summarizer.models.scripted.ScriptedModel"
    assert kind_of(Own()) == f"{__name__}.Own"
