"""A model of your own: any object with a name, send and asend. This one answers from a script, for tests."""

import json

import summarizer


class FirstSentence:
    """Drafts the first sentence of each chunk as its one fact, and writes it as the summary."""

    name = "first-sentence"

    def send(self, call: summarizer.Call) -> summarizer.Reply:
        """Answer by the stage of the call."""
        lines = call.messages[-1].content.splitlines()
        if call.stage == "extract":
            first = next(line.removeprefix("[1] ") for line in lines if line.startswith("[1] "))
            return self._reply({"facts": [{"statement": first, "sentences": [1], "importance": 5}]})
        if call.stage == "write":
            facts = [json.loads(line) for line in lines if line.startswith("{")]
            said = [{"text": fact["fact"], "facts": [fact["id"]], "sentences": fact["sentences"]} for fact in facts]
            return self._reply({"headline": "", "parts": [{"title": "", "blocks": [{"sentences": said}]}]})
        return self._reply({"claims": []})

    async def asend(self, call: summarizer.Call) -> summarizer.Reply:
        """Answer without waiting for anything."""
        return self.send(call)

    def _reply(self, value: dict[str, object]) -> summarizer.Reply:
        return summarizer.Reply(text=json.dumps(value))


result = summarizer.summarize("The mill closed in 2021. It did not reopen.", model=FirstSentence())
print(result.to_text())
print("decided by", result.facts[0].decided_by, "at", result.facts[0].evidence[0].span)
print(result.usage.calls, "calls")
