"""LangChain: a Runnable that summarizes documents, and one at the end of a chain that checks the answer by sentence.

Run it: pip install checked-summarizer langchain-core, then python langchain_runnable.py. It takes the model that the
environment names (SUMMARIZER_MODEL or OPENAI_API_KEY), and does without one.
"""

from __future__ import annotations

from pathlib import Path
from typing import TypedDict

from langchain_core.documents import Document
from langchain_core.language_models import FakeListChatModel
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate
from langchain_core.runnables import Runnable, RunnableLambda, RunnablePassthrough

from summarizer import Article, Result, Summarizer, TextVerification


class Answered(TypedDict):
    """An answer and what it was made from; more keys do no harm."""

    answer: str
    documents: list[Document]


def articles_of(documents: list[Document]) -> list[Article]:
    """The documents that hold text as sources, each once and under an id of its own; its metadata may have an URL."""
    articles: dict[str, Article] = {}
    for number, one in enumerate(documents, start=1):
        name = one.id or str(number)
        if name in articles and articles[name].text != one.page_content:
            name = f"{name}, {number}"  # parts of one document under its id
        if one.page_content.strip():
            articles[name] = Article(one.page_content, id=name, url=one.metadata.get("source"))
    return list(articles.values())


def summary_runnable(summarizer: Summarizer) -> Runnable[list[Document], Result]:
    """Documents in, one `Result` out; `invoke`, `ainvoke`, `batch` and `|` work as of every Runnable."""

    def summarize(documents: list[Document]) -> Result:
        return summarizer.summarize(articles_of(documents))

    async def asummarize(documents: list[Document]) -> Result:
        return await summarizer.asummarize(articles_of(documents))

    return RunnableLambda(summarize, afunc=asummarize, name="summarizer")


def checking_runnable(summarizer: Summarizer) -> Runnable[Answered, TextVerification]:
    """`{"answer": …, "documents": […]}` in, a verdict on each sentence of the answer out."""

    def check(given: Answered) -> TextVerification:
        return summarizer.verify_text(given["answer"], articles_of(given["documents"]))

    async def acheck(given: Answered) -> TextVerification:
        return await summarizer.averify_text(given["answer"], articles_of(given["documents"]))

    return RunnableLambda(check, afunc=acheck, name="checked by summarizer")


def main() -> None:
    """A chain of a prompt and a model, whose answer is checked against the documents that it was made from."""
    text = (Path(__file__).parents[1] / "articles" / "harbor-ferry.txt").read_text("utf-8")
    documents = [Document(text, id="harbor-ferry", metadata={"source": "https://example.org/ferry"})]
    # It stands in for your chat model, and gets one number wrong.
    answer = (
        "The Marine Safety Board sent a team of five to Aldermouth on Wednesday evening. "
        "Shares in Brennvik Yard fell 6.8 percent to $14.20 on Thursday."
    )
    model = FakeListChatModel(responses=[answer])
    prompt = ChatPromptTemplate.from_template("Answer from these documents: {documents}\n\nQuestion: {question}")
    with Summarizer() as summarizer:
        chain = RunnablePassthrough.assign(answer=prompt | model | StrOutputParser()) | checking_runnable(summarizer)
        found = chain.invoke({"documents": documents, "question": "What happened?"})
        for sentence in found.sentences:
            place = sentence.evidence[0] if sentence.evidence else None
            source = found.source_of(place) if place else None
            where = f"{source.id} {place.start - source.start}:{place.end - source.start}" if source and place else "-"
            print(f"{sentence.verdict:12} {where:24} {sentence.statement}")
        result = summary_runnable(summarizer).invoke(documents)
    print(len(result.facts), "facts of", result.source_of(result.facts[0].evidence[0]).url)


if __name__ == "__main__":
    main()
