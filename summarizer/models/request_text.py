"""The words of a request as every server takes them: valid UTF-8, and a schema told in the prompt.

as_utf8(text)          ->  the text, each lone surrogate as U+FFFD
schema_in_words(call)  ->  'Answer with one JSON object and nothing else, … "facts": {"type": "object", …}'
"""

from __future__ import annotations

import json

from summarizer.calls.call import Call
from summarizer.calls.prompts import load_prompt


def as_utf8(text: str) -> str:
    """The text as UTF-8 can carry it: a lone surrogate becomes U+FFFD; no offset is read from a reply."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def schema_in_words(call: Call) -> str:
    """The schema as a prompt says it, with its bounds: they tell the model something where no server enforces them."""
    shown = json.dumps(call.schema, ensure_ascii=False)
    (message,) = load_prompt("schema.v1").render(name=call.schema_name, schema=shown)
    return message.content
