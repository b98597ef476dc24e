"""FastAPI: a service that streams facts and the summary as they hold, as server-sent events, and stops with its reader.

Run it: pip install checked-summarizer fastapi uvicorn, then uvicorn fastapi_service:app. It takes the model that the
environment names (SUMMARIZER_MODEL or OPENAI_API_KEY), and does without one. Then:

curl -N localhost:8000/summaries -H 'content-type: application/json' -d '{"text": "…"}'
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException, Request
from fastapi.sse import EventSourceResponse, ServerSentEvent
from pydantic import BaseModel, Field

from summarizer import Document, Event, FactRejected, FactTicked, StageStarted, Summarizer, SummarizerError

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
    """`stage`, `fact` and `rejected` as they come, then one `result`, or one `error`."""
    queue: asyncio.Queue[Event | None] = asyncio.Queue()
    loop = asyncio.get_running_loop()

    def on_event(event: Event) -> None:
        loop.call_soon_threadsafe(queue.put_nowait, event)  # events come from any thread

    summarizer: Summarizer = request.app.state.summarizer
    run = asyncio.create_task(summarizer.asummarize(document, focus=order.focus, on_event=on_event))
    run.add_done_callback(lambda _: queue.put_nowait(None))
    try:
        while (event := await queue.get()) is not None:
            if isinstance(event, StageStarted):
                yield ServerSentEvent(event="stage", data=event.stage)
            elif isinstance(event, FactTicked):
                yield ServerSentEvent(event="fact", data={"id": event.fact_id, "statement": event.statement})
            elif isinstance(event, FactRejected):
                yield ServerSentEvent(event="rejected", data={"statement": event.statement, "reason": event.reason})
        yield ServerSentEvent(event="result", data=await run)
    except SummarizerError as error:
        yield ServerSentEvent(event="error", data={"error": type(error).__name__, "message": str(error)})
    finally:
        run.cancel()  # the reader has gone, or the run is done


if __name__ == "__main__":
    import uvicorn

    uvicorn.run(app, host="127.0.0.1", port=8000)
