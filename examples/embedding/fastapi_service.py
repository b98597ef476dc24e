"""FastAPI: a service that streams facts and the summary as they hold, as server-sent events, and stops with its reader.

Run it: pip install checked-summarizer fastapi uvicorn, then uvicorn fastapi_service:app. It takes the model that the
environment names (SUMMARIZER_MODEL or OPENAI_API_KEY), and does without one. Then:

curl -N localhost:8000/summaries -H 'content-type: application/json' -d '{"text": "…"}'
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager
from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException, Request
from fastapi.sse import EventSourceResponse, ServerSentEvent
from pydantic import BaseModel, Field

from summarizer import (
    Document,
    Event,
    FactRejected,
    FactTicked,
    FailureNoted,
    Result,
    SentenceKept,
    StageStarted,
    Summarizer,
    SummarizerError,
)

MAX_CHARACTERS = 200_000  # a long report; bound the bytes of a request in the proxy in front of this, too


class Order(BaseModel):
    """What may be asked for."""

    text: str
    title: str | None = None
    focus: str | None = Field(default=None, max_length=500)


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    """One summarizer serves all requests: connections, limits and the cache are shared."""
    async with Summarizer() as app.state.summarizer:
        yield


app = FastAPI(title="Summaries with places", lifespan=lifespan)


async def document_of(order: Order) -> Document:
    """The text as it is read; what cannot be used is told with a status of its own, as nothing is streamed yet."""
    if len(order.text) > MAX_CHARACTERS:
        raise HTTPException(
            413, detail=f"the text has {len(order.text)} characters; {MAX_CHARACTERS} are taken at most"
        )
    try:
        return await asyncio.to_thread(Document.of, order.text, title=order.title)
    except SummarizerError as error:
        raise HTTPException(422, detail=str(error)) from error


@app.post("/summaries", response_class=EventSourceResponse)
async def summaries(
    request: Request, order: Order, document: Annotated[Document, Depends(document_of)]
) -> AsyncIterator[ServerSentEvent]:
    """`stage`, `fact`, `rejected`, `sentence` and `failure` as they come, then one `result`, or one `error`."""
    summarizer: Summarizer = request.app.state.summarizer
    try:
        # Closed at once when the reader has gone, which stops the run.
        async with aclosing(summarizer.astream(document, focus=order.focus)) as told:
            async for one in told:
                if event := shown(one):
                    yield event
    except SummarizerError as error:
        yield ServerSentEvent(event="error", data={"error": type(error).__name__, "message": str(error)})


def shown(one: Event | Result) -> ServerSentEvent | None:
    """What a page shows of an event, each with its places; None for calls, tokens and the like."""
    match one:
        case StageStarted():
            return ServerSentEvent(event="stage", data=one.stage)
        case FactTicked():
            return ServerSentEvent(event="fact", data=one.fact)
        case FactRejected():
            return ServerSentEvent(event="rejected", data=one.fact)
        case SentenceKept():
            return ServerSentEvent(event="sentence", data={"section": one.section, "sentence": one.sentence})
        case FailureNoted():
            return ServerSentEvent(event="failure", data=one.failure)
        case Result():
            return ServerSentEvent(event="result", data=one)
    return None


if __name__ == "__main__":
    import uvicorn

    uvicorn.run(app, host="127.0.0.1", port=8000)
