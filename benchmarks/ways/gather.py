"""Many articles as one writes it by hand: the client, `asyncio.gather` and a semaphore; all is kept to the end.

python benchmarks/ways/gather.py bodies.jsonl out.jsonl http://127.0.0.1:8000/v1 16
"""

import asyncio
import json
import sys
from pathlib import Path
from typing import Any

from openai import AsyncOpenAI


async def answered(client: AsyncOpenAI, body: dict[str, Any]) -> str:
    """The answer, asked for again where it is none or takes too long; four times at most."""
    for _ in range(4):
        try:
            # The client's own time limit is for each piece of an answer: one that drips in would take minutes.
            reply = await asyncio.wait_for(client.chat.completions.create(**body), timeout=4)
        except TimeoutError:
            continue
        text = (reply.choices[0].message.content or "") if reply.choices else ""
        try:
            json.loads(text)
        except ValueError:
            continue
        return text
    return ""


async def main(source: str, out: str, base_url: str, at_once: int) -> None:
    """Ask for every article what it takes, one call after the other."""
    gate = asyncio.Semaphore(at_once)

    async def one(article: dict[str, Any]) -> dict[str, Any]:
        replies = []
        for body in article["bodies"]:
            async with gate:
                replies.append(await answered(client, body))
        return {"id": article["id"], "replies": replies}

    articles = [json.loads(line) for line in Path(source).read_text("utf-8").splitlines()]  # noqa: ASYNC240 - once
    async with AsyncOpenAI(base_url=base_url, api_key="none", max_retries=3) as client:
        results = await asyncio.gather(*map(one, articles), return_exceptions=True)
    Path(out).write_text("".join(json.dumps(result, default=str) + "\n" for result in results), "utf-8")  # noqa: ASYNC240 - as above


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])))
