"""A submission is a file of articles that is open to be worked on, by the summarizer that they were given to.

with submission(path, jobs=…, new=True, …) as one:
    one.take(article)
    one.rounds.step()
    one.result_at(1)    ->  Result, Failed, or None while the article is open
"""

from __future__ import annotations

import json
import os
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace

from summarizer.disk.paths import file_path
from summarizer.document.sources.article import Source
from summarizer.errors import ConfigError, InputError
from summarizer.jobs import Jobs
from summarizer.many.batches.database import opened
from summarizer.many.batches.kept_articles import digest_of, json_of
from summarizer.many.batches.policy import BatchPolicy
from summarizer.many.batches.replaying import Replays
from summarizer.many.batches.rounds import Rounds
from summarizer.many.batches.store import Store
from summarizer.many.failed import Failed
from summarizer.many.fingerprint import changes, fingerprint_of
from summarizer.many.items import article_item, id_given
from summarizer.models.base import ChatModel
from summarizer.models.batch_endpoint import BatchEndpoint, Batching
from summarizer.result import Result
from summarizer.runtime.observing.event_reporter import EventReporter

_COMPLETE = "complete"
_FINGERPRINT = "fingerprint"
_CHOICES = "choices"
_TAG = "tag"


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """An open file of articles.

    Attributes:
        store: what is kept.
        rounds: brings the articles on.
    """

    store: Store
    rounds: Rounds

    @property
    def articles(self) -> int:
        """How many there are."""
        return int(self.store.one("SELECT count(*) FROM articles"))

    def begin(self, choices: Mapping[str, object]) -> None:
        """Take articles from the first place on, under these choices; those that are kept already are compared.

        Raises:
            ConfigError: articles are kept under other choices.
        """
        told = json.dumps(choices, sort_keys=True)
        if self.store.meta(_CHOICES) not in (None, told):
            raise ConfigError(
                f"{self.store.path} holds articles with the choices {self.store.meta(_CHOICES)}, and these are {told}: "
                "give the same, or another file"
            )
        self.store.put_meta(_CHOICES, told)
        if self.store.meta(_TAG) is None:
            self.store.put_meta(_TAG, uuid.uuid4().hex[:16])

    def take(self, given: Source, number: int) -> None:
        """Keep an article at its place; one that cannot be used is kept as failed.

        Raises:
            InputError: another article is kept at this place.
        """
        try:
            article = article_item(given, number)
            told, name, url, fault = json_of(article), str(article.id), article.url, b""
        except InputError as error:
            name, url = id_given(given, number=number)
            told, fault = json.dumps(repr(given)[:200]), _fault(error)
        digest = digest_of(told)
        before = self.store.one("SELECT digest FROM articles WHERE place = ?", number)
        if before is None:
            self.store.do(
                "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?)",
                *(number, digest, name, url, told, "failed" if fault else "open", fault or None),
            )
        elif before != digest:
            raise InputError(
                f"article {number} is another than the one at this place in {self.store.path}: give the same articles "
                "in the same order, with more behind them if there are, or another file"
            )

    def end(self, count: int) -> None:
        """That was all.

        Raises:
            InputError: fewer came than are kept.
        """
        if count < self.articles:
            raise InputError(
                f"{self.store.path} holds {self.articles} articles, and {count} were given: give all of them again, or "
                "another file"
            )
        self.store.put_meta(_COMPLETE, "yes")

    def check_complete(self) -> None:
        """Nothing, where all articles were taken.

        Raises:
            ConfigError: `submit` was broken off.
        """
        if self.store.meta(_COMPLETE) is None:
            raise ConfigError(
                f"submit was broken off before {self.store.path} held every article; call it again with all of them"
            )

    def reopen(self) -> None:
        """Have what failed asked for again: of articles that failed, and of those of which a part did."""
        with self.store.transaction():
            for kept in self.store.with_faults():
                told = json.loads(kept.result or b"{}")
                calls = {str(failure["call_id"]) for failure in told.get("failures", ()) if failure["call_id"]}
                self.store.reopen(kept.place, calls=calls)

    def result_at(self, place: int) -> Result | Failed | None:
        """What came of the article at a place; None while it is open."""
        kept = self.store.finished(place)
        if kept is None:
            return None
        told = kept.result or b""
        if kept.state == "done":
            return Result.model_validate_json(told)
        why = json.loads(told)
        return Failed(id=kept.id, url=kept.url, error=why["error"], message=why["message"])


@contextmanager
def submission(
    path: str | os.PathLike[str],
    *,
    jobs_of: Callable[[Mapping[str, object]], Jobs],
    policy: BatchPolicy,
    new: Mapping[str, object] | None = None,
) -> Iterator[Submission]:
    """A file of articles, open until the end of the block.

    Args:
        path: the file.
        jobs_of: the jobs of the summarizer under these choices.
        policy: how the endpoint is used.
        new: the choices for articles that are taken; None where the file has them already.

    Raises:
        ConfigError: the file is another's, in use, or of a summarizer that would have made other results; or a model
            has no batch endpoint.
    """
    # Before a file is made: what is wrong with the choices or models is told first.
    jobs = jobs_of(new) if new is not None else None
    endpoints = _endpoints(jobs) if jobs else ()
    file = file_path(path, of="the file of articles")
    with opened(file, new=new is not None) as database:
        store = Store(database, file)
        if jobs is None:
            jobs = jobs_of(json.loads(store.meta(_CHOICES) or "{}"))
            endpoints = _endpoints(jobs)
        _check_fingerprint(store, fingerprint_of(jobs))
        settings = replace(jobs.settings, price=policy.discounted(jobs.settings.price))
        jobs = jobs.otherwise(options=jobs.options, settings=settings)
        replays = Replays(jobs=jobs, models=jobs.models.all, endpoints=endpoints, tries=settings.retry.tries)
        reporter = EventReporter(article="", hook=settings.on_event)
        yield Submission(store=store, rounds=Rounds(store, replays, policy=policy, tell=reporter.tell))


def _endpoints(jobs: Jobs) -> tuple[BatchEndpoint, ...]:
    """The batch endpoint of everyone who may be asked.

    Raises:
        ConfigError: there is no model, one of them has no endpoint, or a budget is shared with other work.
    """
    if not jobs.asks:
        raise ConfigError("submit needs a model: the extractive engine asks nobody, so map does as well")
    if jobs.settings.budget is not None:
        raise ConfigError(
            "a Budget that is shared with other work cannot be kept over days: leave it out, and bound each article by "
            "article_budget, or the whole by what estimate(…, by_batch=True) says"
        )
    return tuple(_endpoint(model) for model in jobs.models.all)


def _endpoint(model: ChatModel) -> BatchEndpoint:
    if not isinstance(model, Batching):
        raise ConfigError(
            f"{model.name} is not asked through a batch endpoint of OpenAI's protocol: use map, which asks it directly"
        )
    return model.batches


def _check_fingerprint(store: Store, now: dict[str, str]) -> None:
    """Take note of what shapes the results, or see that it is as it was.

    Raises:
        ConfigError: it is not; the message names what differs.
    """
    kept = store.meta(_FINGERPRINT)
    if kept is None:
        store.put_meta(_FINGERPRINT, json.dumps(now))
        return
    changed = changes(json.loads(kept), now)
    if changed:
        raise ConfigError(
            f"{store.path} was submitted otherwise: {'; '.join(changed)}. Use the same options, prompts, models and "
            "version, or submit the articles anew to another file"
        )


def _fault(error: InputError) -> bytes:
    return json.dumps({"error": type(error).__name__, "message": str(error)}).encode()
