"""Many articles by bespokelabs-curator: one call an article, which its own cache keeps.

python benchmarks/ways/curated.py bodies.jsonl out.jsonl http://127.0.0.1:8000/v1 16    with a Python that has it
"""

import json
import sys
from pathlib import Path
from typing import Any

from bespokelabs import curator


class Facts(curator.LLM):  # type: ignore[misc] # not typed
    """Asks for the facts of an article."""

    def prompt(self, row: dict[str, Any]) -> list[dict[str, str]]:
        """What is asked."""
        return [{"role": one["role"], "content": one["content"]} for one in row["messages"]]

    def parse(self, row: dict[str, Any], response: str) -> dict[str, Any]:
        """What is kept."""
        return {"id": row["id"], "reply": response}


def main(source: str, out: str, base_url: str, at_once: int) -> None:
    """Ask for every article the first thing that it takes."""
    articles = [json.loads(line) for line in Path(source).read_text("utf-8").splitlines()]
    rows = [{"id": one["id"], "messages": one["bodies"][0]["messages"]} for one in articles]
    facts = Facts(
        model_name="m",
        backend="openai",
        generation_params={"response_format": articles[0]["bodies"][0]["response_format"]},
        backend_params={
            "base_url": base_url,
            "api_key": "none",
            "max_concurrent_requests": at_once,
            "max_requests_per_minute": 100_000,
            "max_tokens_per_minute": 100_000_000,
            "request_timeout": 4,
            "require_all_responses": False,
        },
    )
    found = facts(rows)
    dataset = getattr(found, "dataset", found)
    Path(out).write_text("".join(json.dumps(row) + "\n" for row in dataset), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]))
