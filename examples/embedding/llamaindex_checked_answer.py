"""LlamaIndex: a query engine whose answer is checked against the nodes that it was made from, sentence by sentence.

Run it: pip install checked-summarizer llama-index-core, then python llamaindex_checked_answer.py. It takes the model
that the environment names (SUMMARIZER_MODEL or OPENAI_API_KEY) for its judge, and does without one.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from llama_index.core import Document, MockEmbedding, VectorStoreIndex
from llama_index.core.base.base_query_engine import BaseQueryEngine
from llama_index.core.base.response.schema import Response
from llama_index.core.llms import CompletionResponse, MockLLM
from llama_index.core.llms.callbacks import llm_completion_callback
from llama_index.core.node_parser import SentenceSplitter
from llama_index.core.query_engine import CustomQueryEngine
from llama_index.core.schema import MetadataMode, NodeWithScore

from summarizer import Article, InputError, Summarizer, TextVerification


class CheckedQueryEngine(CustomQueryEngine):
    """Any query engine; `response.metadata["checked"]` is a `TextVerification` of its answer, None without nodes."""

    engine: BaseQueryEngine
    summarizer: Summarizer

    def custom_query(self, query_str: str) -> Response:
        """Ask the engine, and check what it answers."""
        response = self.engine.query(query_str)
        sources = sources_of(response.source_nodes)
        try:
            found = self.summarizer.verify_text(str(response), sources) if sources else None
        except InputError:  # the answer holds no word
            found = None
        return _with_check(response, found)

    async def acustom_query(self, query_str: str) -> Response:
        """The same on an event loop."""
        response = await self.engine.aquery(query_str)
        sources = sources_of(response.source_nodes)
        try:
            found = await self.summarizer.averify_text(str(response), sources) if sources else None
        except InputError:
            found = None
        return _with_check(response, found)


def sources_of(nodes: Sequence[NodeWithScore]) -> list[Article]:
    """The text of each node, without the metadata that a model is shown, under the node's id; a node counts once."""
    texts = {one.node.node_id: one.node.get_content(metadata_mode=MetadataMode.NONE) for one in nodes}
    return [Article(text, id=node_id) for node_id, text in texts.items() if text.strip()]


def _with_check(response: Any, found: TextVerification | None) -> Response:
    metadata = {**(response.metadata or {}), "checked": found}
    return Response(str(response), source_nodes=response.source_nodes, metadata=metadata)


def places_of(response: Response) -> list[tuple[str, str, str | None, int | None]]:
    """Each sentence with its verdict, the id of the node that decides it, and the place in the node's own document."""
    found: TextVerification = response.metadata["checked"]
    nodes = {one.node.node_id: one.node for one in response.source_nodes}
    rows: list[tuple[str, str, str | None, int | None]] = []
    for sentence in found.sentences:
        source = found.source_of(sentence.evidence[0]) if sentence.evidence else None
        if source is None:
            rows.append((sentence.statement, sentence.verdict, None, None))
        else:
            at = sentence.evidence[0].start - source.start
            rows.append((sentence.statement, sentence.verdict, source.id, (nodes[source.id].start_char_idx or 0) + at))
    return rows


class YourModel(MockLLM):
    """It stands in for your model, and gets one number wrong."""

    @llm_completion_callback()
    def complete(self, prompt: str, formatted: bool = False, **kwargs: Any) -> CompletionResponse:  # noqa: ARG002, FBT001, FBT002 - as LlamaIndex has it
        """The same answer to every question."""
        return CompletionResponse(
            text="The Marine Safety Board sent a team of five to Aldermouth on Wednesday evening. "
            "Shares in Brennvik Yard fell 6.8 percent to $14.20 on Thursday."
        )


def main() -> None:
    """An index of one article, a question, and where each sentence of the answer stands."""
    text = (Path(__file__).parents[1] / "articles" / "harbor-ferry.txt").read_text("utf-8")
    index = VectorStoreIndex.from_documents(
        [Document(text=text, doc_id="harbor-ferry")],
        embed_model=MockEmbedding(embed_dim=8),
        transformations=[SentenceSplitter(chunk_size=256, chunk_overlap=20)],
    )
    engine = index.as_query_engine(llm=YourModel(), similarity_top_k=9)
    with Summarizer() as summarizer:
        response = CheckedQueryEngine(engine=engine, summarizer=summarizer).query("What happened?")
    for statement, verdict, node, start in places_of(response):
        print(f"{verdict:12} node {str(node)[:8]} {start}: {statement}")
    print(
        f"{response.metadata['checked'].score:.0%} of the answer is supported by its {len(response.source_nodes)} nodes"
    )


if __name__ == "__main__":
    main()
