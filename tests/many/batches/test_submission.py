"""A submission keeps articles at their places, for one summarizer."""

from __future__ import annotations

from pathlib import Path

import pytest
from batch_server import QUICK, BatchServer
from batches import articles, by

from summarizer import ConfigError, Failed, InputError
from summarizer.many.batches.submission import submission


def test_articles_are_kept_once_at_their_places(tmp_path: Path) -> None:
    """One that cannot be used has failed before anything is sent; another at a place is refused."""
    with BatchServer() as server, by(server) as summarizer:
        jobs = summarizer._jobs
        with submission(tmp_path / "b", jobs_of=lambda _: jobs, policy=QUICK, new={}) as one:
            one.begin({"length": "short"})
            for _ in range(2):
                one.take(articles(1)[0], 1)
                one.take({"text": 5, "id": "odd"}, 2)
            assert one.articles == 2
            failed = one.result_at(2)
            assert isinstance(failed, Failed)
            assert (failed.id, failed.error) == ("odd", "InputError")
            assert one.result_at(1) is None
            with pytest.raises(InputError, match="article 1 is another"):
                one.take(articles(2)[1], 1)
            with pytest.raises(ConfigError, match="submit was broken off"):
                one.check_complete()
            with pytest.raises(InputError, match="holds 2 articles, and 1 were given"):
                one.end(1)
            one.end(2)
            one.check_complete()
            with pytest.raises(ConfigError, match="the choices"):
                one.begin({"length": "long"})
        assert server.asked == []
