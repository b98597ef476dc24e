"""The formats to write: each is found by its name, and a new one is a value and a line."""

from __future__ import annotations

import pytest

import summarizer
from summarizer.cli.arguments import parse_arguments
from summarizer.errors import ConfigError
from summarizer.render.registry import RENDERERS, rendered, renderer_of
from summarizer.render.renderer import RenderedResult, Renderer, RenderOptions
from summarizer.result import Result

TEXT = "The port of Lund closes on 3 May. It handled 40 ships a year."


def _statements(result: RenderedResult, options: RenderOptions) -> str:
    return "\n".join(fact.statement[: options.width] for fact in result.facts)


TOY = Renderer(name="toy", writes="the bare statements", render=_statements)


@pytest.fixture(scope="module")
def result() -> Result:
    """A result to show."""
    return summarizer.summarize(TEXT, model=None)


def test_names_are_unique() -> None:
    """Each format has a name of its own."""
    names = [renderer.name for renderer in RENDERERS]
    assert sorted(set(names)) == sorted(names)


def test_every_format_shows_every_result(result: Result) -> None:
    """Each renderer writes the facts of a result; a line break ends those that are files, and none ends the others."""
    for renderer in RENDERERS:
        shown = renderer_of(renderer.name).render(result, RenderOptions())
        assert "The port of Lund closes on 3 May." in shown
        ends = len(shown) - len(shown.rstrip("\n"))
        assert ends == (1 if renderer.name in {"markdown", "html"} else 0)


def test_the_methods_of_a_result_write_the_same(result: Result) -> None:
    """What a result writes of itself is what the renderer of that format writes."""
    assert result.to_text(width=50) == rendered(result, "text", options=RenderOptions(width=50))
    assert result.to_markdown() == rendered(result, "markdown")
    assert result.to_markdown(references=True) == rendered(result, "markdown", options=RenderOptions(references=True))
    assert result.to_html() == rendered(result, "html")


def test_the_command_line_offers_every_format() -> None:
    """Each name is one that `--format` takes, and the first is what it takes unasked."""
    for renderer in RENDERERS:
        assert parse_arguments(["summarize", "article.txt", "--format", renderer.name]).format == renderer.name
    assert parse_arguments(["summarize", "article.txt"]).format == RENDERERS[0].name


def test_a_new_format_is_one_value_and_one_line(result: Result) -> None:
    """A renderer that no other part knows of is found by its name, given the options and shown."""
    shown = rendered(result, "toy", options=RenderOptions(width=8), renderers=(*RENDERERS, TOY))
    assert shown.splitlines()[0] == "The port"
    assert renderer_of("toy", renderers=(TOY,)) is TOY


def test_an_unknown_format_names_those_that_there_are(result: Result) -> None:
    """The error says what may be asked for."""
    with pytest.raises(ConfigError, match="no format 'pdf' to write; take one of text, markdown, json, html"):
        rendered(result, "pdf")
