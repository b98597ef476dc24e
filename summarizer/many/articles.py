"""Many articles, or many lists of claims, are worked on side by side by one summarizer.

for result in summarizer.map(articles):    # a Result, or a Failed in its place
    ...
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator, Sequence
from typing import Unpack

from summarizer.document.sources.article import Article, Source
from summarizer.document.sources.join import joined
from summarizer.jobs import Jobs, done
from summarizer.many.failed import Failed
from summarizer.many.fingerprint import fingerprint_of
from summarizer.many.items import ClaimsItem, GivenClaims, VerifiedClaims, article_item, claims_item
from summarizer.many.mapping import Pace, Work, amapped, mapped
from summarizer.result import Result
from summarizer.settings.choices import CHECKING_NAMES, CHOICE_NAMES, Checking, Choices
from summarizer.settings.inputs import given_claims, size_of, text_document


class ManyArticles(ABC):
    """What a `Summarizer` does with more than one article; it brings how one is worked on."""

    def map(
        self, articles: Iterable[Source], *, ordered: bool = True, progress: bool = False, **choices: Unpack[Choices]
    ) -> Iterator[Result | Failed]:
        """The results of many articles, worked on side by side: `len(list(result)) == len(list(articles))`.

        Each result has its `id` and `url`; one that did not come is a `Failed` in its place. Articles are taken as
        places become free, in the caller's thread, and nothing is kept of what was handed on, so a million need no more
        memory than a hundred. Works inside a running event loop too. Whoever stops in the middle cancels the rest.

        Args:
            articles: texts, documents, `Article`s, or mappings with an article's attributes as keys (`text`, `id`,
                `url`, `title`, `date`); one without an id is called by the first digits of the SHA-256 of its text.
            ordered: in the order of the articles; False as they are done, so that a slow one holds up no other.
            progress: show a bar in the terminal or notebook (extra `progress`).
            choices: what is otherwise for these articles, as for `summarize`.

        Raises:
            ConfigError: `articles` is nothing that can be gone through, or a choice is wrong; the message names it.
            MissingExtra: a bar is wanted, and tqdm is not installed.
        """
        return mapped(articles, self._summarizing(choices), pace=self._pace(ordered=ordered, progress=progress))

    def amap(
        self,
        articles: Iterable[Source] | AsyncIterable[Source],
        *,
        ordered: bool = True,
        progress: bool = False,
        **choices: Unpack[Choices],
    ) -> AsyncIterator[Result | Failed]:
        """The same as `map` on the running event loop: `async for result in summarizer.amap(articles)`."""
        return amapped(articles, self._summarizing(choices), pace=self._pace(ordered=ordered, progress=progress))

    def map_verify(
        self, items: Iterable[GivenClaims], *, ordered: bool = True, progress: bool = False, **choices: Unpack[Checking]
    ) -> Iterator[VerifiedClaims | Failed]:
        """`verify` for many: `len(list(result)) == len(list(items))`, under the same terms as `map`.

        Args:
            items: pairs of claims and text, or mappings with the keys `claims`, `text`, `id` and `url`.
            ordered: in the order of the items; False as they are done.
            progress: show a bar in the terminal or notebook (extra `progress`).
            choices: what is otherwise for these claims, as for `verify`.
        """
        return mapped(items, self._verifying(choices), pace=self._pace(ordered=ordered, progress=progress))

    def amap_verify(
        self,
        items: Iterable[GivenClaims] | AsyncIterable[GivenClaims],
        *,
        ordered: bool = True,
        progress: bool = False,
        **choices: Unpack[Checking],
    ) -> AsyncIterator[VerifiedClaims | Failed]:
        """The same as `map_verify` on the running event loop."""
        return amapped(items, self._verifying(choices), pace=self._pace(ordered=ordered, progress=progress))

    @property
    def fingerprint(self) -> dict[str, str]:
        """All that shapes the results, in words by name: model, prompts, options, version; no address and no secret.

        Whoever keeps results over days compares it before more are added to them.
        """
        return fingerprint_of(self._jobs_with({}))

    @property
    @abstractmethod
    def _workers(self) -> int:
        """Calls in flight at most."""

    @abstractmethod
    def _jobs_with(self, choices: Choices | Checking, *, taken: Sequence[str] = CHOICE_NAMES) -> Jobs:
        """What is done for one article, with these choices."""

    def _summarizing(self, choices: Choices) -> Work[Source, Article, Result]:
        jobs = self._jobs_with(choices)  # once, so that a wrong choice is told before any article
        return Work(
            read=article_item,
            work=lambda article: done(lambda: jobs.summarizing(joined([article])), size=size_of(article)),
        )

    def _verifying(self, choices: Checking) -> Work[GivenClaims, ClaimsItem, VerifiedClaims]:
        jobs = self._jobs_with(choices, taken=CHECKING_NAMES)

        async def verified(item: ClaimsItem) -> VerifiedClaims:
            claims = given_claims(item.claims)
            checked = await done(lambda: jobs.verifying(claims, text_document(item.text)), size=size_of(item.text))
            return VerifiedClaims(id=item.id, url=item.url, claims=tuple(checked))

        return Work(read=claims_item, work=verified)

    def _pace(self, *, ordered: bool, progress: bool) -> Pace:
        # An article waits for one call at a time, mostly; as many again lie ready behind a slow first one.
        return Pace(at_once=2 * self._workers, ordered=ordered, progress=progress)
