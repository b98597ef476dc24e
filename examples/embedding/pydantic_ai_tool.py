"""pydantic-ai: a tool that gives an agent checked facts, and a validator that sends back an answer that does not hold.

Run it: pip install checked-summarizer pydantic-ai-slim, then python pydantic_ai_tool.py. It takes the model that the
environment names (SUMMARIZER_MODEL or OPENAI_API_KEY) for the checks, and does without one.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pydantic_ai import Agent, ModelRetry, RunContext
from pydantic_ai.messages import ModelMessage, ModelResponse, TextPart, ToolCallPart, ToolReturnPart
from pydantic_ai.models.function import AgentInfo, FunctionModel

from summarizer import InputError, Summarizer


class NotChecked(Exception):
    """The answer could not be checked, which is not the model's fault; asking it again would not help."""


@dataclass
class Desk:
    """What a run depends on: the article, and who checks. One summarizer serves many runs at once."""

    article: str
    summarizer: Summarizer


agent = Agent(deps_type=Desk, instructions="Answer from the article alone. Ask for its facts first.", retries=2)


@agent.tool
async def key_facts(context: RunContext[Desk], focus: str = "") -> list[str]:
    """The key facts of the article, each checked against it. A focus says what is wanted of it."""
    result = await context.deps.summarizer.asummarize(context.deps.article, focus=focus or None)
    return [fact.statement for fact in result.facts]


@agent.output_validator
async def must_hold(context: RunContext[Desk], answer: str) -> str:
    """Hand on an answer that does not go against the article; else say to the model what is wrong, so that it mends it.

    Without a judge, what is put in other words is `unchecked`, and passes here; be stricter where you have one.
    """
    try:
        found = await context.deps.summarizer.averify_text(answer, context.deps.article)
    except InputError as error:  # nothing in it can be checked
        raise ModelRetry(str(error)) from error
    if found.failures:  # a judge that is down has judged nothing
        raise NotChecked(found.failures[0].message)
    wrong = [one for one in found.sentences if one.verdict not in ("supported", "unchecked")]
    if wrong:
        raise ModelRetry("\n".join(f"{one.statement} - {one.verdict}: {one.reason}" for one in wrong))
    return answer


def your_model(messages: list[ModelMessage], info: AgentInfo) -> ModelResponse:
    """It stands in for your model: it asks for the facts, gets a number wrong, and mends it once it is told."""
    parts = [part for message in messages for part in message.parts]
    if not any(isinstance(part, ToolReturnPart) for part in parts):
        return ModelResponse(parts=[ToolCallPart(info.function_tools[0].name, {})])
    sent_back = any(isinstance(part, TextPart) for part in parts)
    share = "6.3" if sent_back else "6.8"
    return ModelResponse(parts=[TextPart(f"Shares in Brennvik Yard fell {share} percent to $14.20 on Thursday.")])


def main() -> None:
    """A run in which the first answer is sent back, and the second holds."""
    text = (Path(__file__).parents[1] / "articles" / "harbor-ferry.txt").read_text("utf-8")
    with Summarizer() as summarizer:
        run = agent.run_sync("How did the shares fare?", model=FunctionModel(your_model), deps=Desk(text, summarizer))
    for message in run.all_messages():
        for part in message.parts:
            print(f"{part.part_kind:13}", str(getattr(part, "content", getattr(part, "tool_name", "")))[:150])
    print("answer:      ", run.output)


if __name__ == "__main__":
    main()
