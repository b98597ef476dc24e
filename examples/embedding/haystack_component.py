"""Haystack: a component behind a generator that checks its replies against the documents that they were made from.

Run it: pip install checked-summarizer haystack-ai, then python haystack_component.py. `model="auto"` is the model that
the environment names (SUMMARIZER_MODEL or OPENAI_API_KEY), or none.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from haystack import Document, Pipeline, component
from haystack.components.builders import ChatPromptBuilder
from haystack.components.generators.chat import MockChatGenerator
from haystack.components.retrievers.in_memory import InMemoryBM25Retriever
from haystack.dataclasses import ChatMessage
from haystack.document_stores.in_memory import InMemoryDocumentStore

from summarizer import Article, Summarizer, TextVerification


@component
class ReplyChecker:
    """Checks replies against documents; a pipeline that has it can be written to YAML and read again.

    Keys are in the environment, as Haystack keeps none in a pipeline.
    """

    def __init__(self, model: str | None = "auto", base_url: str | None = None) -> None:
        """Nothing is opened before the pipeline is warmed up."""
        self.model = model
        self.base_url = base_url
        self._summarizer: Summarizer | None = None

    def warm_up(self) -> None:
        """Make what is asked, once."""
        self._made()

    @component.output_types(checked=list[TextVerification], supported=list[str])
    def run(self, replies: list[ChatMessage], documents: list[Document]) -> dict[str, Any]:
        """`checked` has one value a reply with text; `supported` the text of those of which every sentence holds."""
        texts, sources = _texts_of(replies), _sources_of(documents)
        summarizer = self._made()
        return _found(texts, [summarizer.verify_text(text, sources) for text in texts] if sources else [])

    @component.output_types(checked=list[TextVerification], supported=list[str])
    async def run_async(self, replies: list[ChatMessage], documents: list[Document]) -> dict[str, Any]:
        """The same in an `AsyncPipeline`."""
        texts, sources = _texts_of(replies), _sources_of(documents)
        summarizer = self._made()
        return _found(texts, [await summarizer.averify_text(text, sources) for text in texts] if sources else [])

    def _made(self) -> Summarizer:
        if self._summarizer is None:
            self._summarizer = Summarizer(model=self.model, base_url=self.base_url)
        return self._summarizer


def _texts_of(replies: list[ChatMessage]) -> list[str]:
    """The texts of replies; one that only calls a tool has none."""
    return [reply.text for reply in replies if reply.text and reply.text.strip()]


def _sources_of(documents: list[Document]) -> list[Article]:
    """The documents that hold text, each under its own id and once."""
    texts = {one.id: one.content for one in documents if one.content and one.content.strip()}
    return [Article(content, id=name) for name, content in texts.items()]


def _found(texts: list[str], checked: list[TextVerification]) -> dict[str, Any]:
    holding = [text for text, one in zip(texts, checked, strict=False) if one.score == 1.0]
    return {"checked": checked, "supported": holding}


def main() -> None:
    """Retriever, prompt, generator and checker in one pipeline, which is written out and read again before it runs."""
    text = (Path(__file__).parents[1] / "articles" / "harbor-ferry.txt").read_text("utf-8")
    store = InMemoryDocumentStore()
    store.write_documents([Document(id=f"ferry-{n}", content=part) for n, part in enumerate(text.split("\n\n"))])
    pipeline = Pipeline()
    pipeline.add_component("retriever", InMemoryBM25Retriever(store, top_k=8))
    template = "Answer from these: {% for one in documents %}{{ one.content }} {% endfor %} {{ question }}"
    pipeline.add_component(
        "prompt", ChatPromptBuilder([ChatMessage.from_user(template)], required_variables=["documents", "question"])
    )
    # It stands in for your generator, and gets one number wrong.
    answer = (
        "The Marine Safety Board sent a team of five to Aldermouth on Wednesday evening. "
        "Shares in Brennvik Yard fell 6.8 percent to $14.20 on Thursday."
    )
    pipeline.add_component("model", MockChatGenerator(answer))
    pipeline.add_component("checker", ReplyChecker())
    pipeline.connect("retriever.documents", "prompt.documents")
    pipeline.connect("prompt.prompt", "model.messages")
    pipeline.connect("model.replies", "checker.replies")
    pipeline.connect("retriever.documents", "checker.documents")
    question = "What did the Marine Safety Board do, and how did shares in Brennvik Yard fare?"
    found = pipeline.run({"retriever": {"query": question}, "prompt": {"question": question}})["checker"]
    for sentence in found["checked"][0].sentences:
        place = sentence.evidence[0] if sentence.evidence else None
        source = found["checked"][0].source_of(place) if place else None
        print(f"{sentence.verdict:12} {source.id if source else '-':9} {sentence.statement}")
        print(f"{'':12} {'':9} {sentence.reason}")
    print("replies that may be shown:", len(found["supported"]))


if __name__ == "__main__":
    main()
