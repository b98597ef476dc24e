"""The command line: what it prints, where it writes, and that every error is one line."""

from __future__ import annotations

import io
import json
import os
import re
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from summarizer.cli.main import main
from summarizer.result import Result
from summarizer.result_parts.text_verification import TextVerification
from summarizer.verification.verdict import CheckedClaim

ARTICLE = """Harbour of Lund to close

The harbour of Lund closes on 3 May 2024 after 140 years, the city council said on Monday.
It handled 40 ships a year, a tenth of what it handled in 1980. The council expects to save
2.5 million euros a year. “We had no choice,” said the mayor, Ann Berg.

Forty-two people work at the harbour. The council has offered each of them a post in the city's
own yards. The union called the offer too late and too small. The last ship, a timber
freighter from Riga, leaves on 30 April. The quays become a park by 2027.
"""
NOTICE = (
    "No model is configured, so sentences of the article stand for themselves; "
    "set SUMMARIZER_MODEL or OPENAI_API_KEY, or pass --model.\n"
)
NO_MODEL = ("--model", "none")


@pytest.fixture(autouse=True)
def _no_model_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test may meet a model that the machine has configured."""
    for name in ("SUMMARIZER_MODEL", "OPENAI_API_KEY", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def article(tmp_path: Path) -> str:
    """A file that holds an article."""
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return str(path)


@pytest.fixture
def claims(tmp_path: Path) -> str:
    """A file that holds three claims between blank lines."""
    path = tmp_path / "claims.txt"
    path.write_text(
        "\nIt handled 40 ships a year, a tenth of what it handled in 1980.\n\n  \n"
        "The quays become a park by 2031.\r\nThe moon is full.\n",
        encoding="utf-8",
    )
    return str(path)


@pytest.fixture
def names(tmp_path: Path, article: str, claims: str) -> dict[str, str]:
    """Files by what they hold."""
    empty = tmp_path / "empty.txt"
    empty.touch()
    return {
        "article": article,
        "claims": claims,
        "empty": str(empty),
        "folder": str(tmp_path),
        "missing": str(tmp_path / "missing"),
    }


def give_stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Let standard input hold these bytes."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def one_line_of(error: str) -> str:
    """The one line that an error is."""
    assert error.startswith("summarizer: ")
    assert error.endswith("\n")
    assert error.count("\n") == 1
    return error


def test_text_is_the_default(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Without options, facts and summary come as text, and one line says that no model is configured."""
    assert main(["summarize", article]) == 0
    said = capsys.readouterr()
    assert said.err == NOTICE
    assert said.out.startswith("Key Facts\n─────────\n✓ ")
    assert "\nQuick Summary\n" in said.out
    assert all(len(line) <= 88 for line in said.out.split("\n"))


def test_no_notice_where_no_model_is_asked_for(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`--model none` is a choice, so nothing is said about it."""
    assert main(["summarize", article, *NO_MODEL]) == 0
    assert capsys.readouterr().err == ""


def test_markdown_and_its_references(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Markdown has the form of the reference; `--references` adds numbers and their list."""
    assert main(["summarize", article, *NO_MODEL, "--format", "markdown"]) == 0
    plain = capsys.readouterr().out
    assert plain.startswith("## Key Facts\n\n- ✓ ")
    assert "## Source Sentences" not in plain
    assert main(["summarize", article, *NO_MODEL, "--format", "markdown", "--references"]) == 0
    assert "\n## Source Sentences\n\n1. " in capsys.readouterr().out


def test_json_is_the_whole_result(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    """JSON reads back as the result, with title, date and number of facts as asked; every evidence is in place."""
    arguments = ["--format", "json", "--title", "Port", "--date", "2024-04-29", "--max-facts", "2", "--length", "short"]
    assert main(["summarize", article, *NO_MODEL, *arguments]) == 0
    result = Result.model_validate_json(capsys.readouterr().out)
    assert (result.document.title, str(result.document.date)) == ("Port", "2024-04-29")
    assert result.document.text == ARTICLE
    assert len(result.facts) == 2
    assert result.trace.length == "short"
    assert all(place.span.of(ARTICLE) == place.text for place in result.evidences())


def test_json_without_the_text(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`--no-text` leaves the text out, and it can be attached again."""
    assert main(["summarize", article, *NO_MODEL, "--format", "json", "--no-text"]) == 0
    result = Result.model_validate_json(capsys.readouterr().out)
    assert result.document.text is None
    assert result.attach(ARTICLE).document.text == ARTICLE


def test_html_is_a_page(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    """HTML is one page with the article and its marked places."""
    assert main(["summarize", article, *NO_MODEL, "--format", "html"]) == 0
    page = capsys.readouterr().out
    assert page.startswith("<!DOCTYPE html>")
    assert page.endswith("</html>\n")
    assert '<span id="e' in page


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.html", "<html><body><article><p>" + ARTICLE.replace("\n\n", "</p><p>") + "</p></article></body>", "html"),
        ("a.HTM", "<html><body><article><p>" + ARTICLE.replace("\n\n", "</p><p>") + "</p></article></body>", "html"),
        ("a.md", ARTICLE, "markdown"),
        ("a.txt", ARTICLE, "plain"),
    ],
)
def test_the_suffix_names_the_format(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, text: str, expected: str
) -> None:
    """.html and .htm are HTML, .md is Markdown, anything else is looked at."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    assert main(["summarize", str(path), *NO_MODEL, "--format", "json"]) == 0
    assert Result.model_validate_json(capsys.readouterr().out).document.format == expected


def test_a_hyphen_reads_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """`-` is standard input, read as bytes."""
    give_stdin(monkeypatch, b"\xef\xbb\xbf" + ARTICLE.encode())
    assert main(["summarize", "-", *NO_MODEL, "--format", "json"]) == 0
    assert Result.model_validate_json(capsys.readouterr().out).document.text == ARTICLE


def test_bytes_that_are_no_text_are_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is not UTF-8 is named with its offset."""
    path = tmp_path / "article.txt"
    path.write_bytes("Malmö".encode("latin-1"))
    assert main(["summarize", str(path), *NO_MODEL]) == 1
    assert "article.txt is not UTF-8: byte 0xf6 at offset 4" in one_line_of(capsys.readouterr().err)


def test_out_is_replaced_whole(tmp_path: Path, article: str, capsys: pytest.CaptureFixture[str]) -> None:
    """OUT holds the result, keeps its mode, stays a link where it was one, and nothing else is left in the folder."""
    folder = tmp_path / "results"
    folder.mkdir()
    out, link = folder / "summary.md", folder / "latest.md"
    out.write_text("before")
    out.chmod(0o640)
    link.symlink_to(out)
    assert main(["summarize", article, *NO_MODEL, "--format", "markdown", "-o", str(link)]) == 0
    assert capsys.readouterr() == ("", "")
    assert out.read_text(encoding="utf-8").startswith("## Key Facts\n")
    assert out.stat().st_mode & 0o777 == 0o640
    assert link.is_symlink()
    assert sorted(path.name for path in folder.iterdir()) == ["latest.md", "summary.md"]


def test_out_as_a_hyphen_is_standard_output(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`-o -` prints."""
    assert main(["summarize", article, *NO_MODEL, "-o", "-"]) == 0
    assert capsys.readouterr().out.startswith("Key Facts\n")


def test_a_result_that_cannot_be_written_is_printed(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Where OUT fails after the work is done, the result goes to standard output, and the status is 1."""
    assert main(["summarize", article, *NO_MODEL, "-o", "/dev/full"]) == 1
    said = capsys.readouterr()
    assert said.out.startswith("Key Facts\n")
    assert "the result is on standard output instead" in one_line_of(said.err)


def test_a_device_is_written_to_and_stays(article: str) -> None:
    """A device is never replaced by a file."""
    assert main(["summarize", article, *NO_MODEL, "-o", os.devnull]) == 0
    assert Path(os.devnull).is_char_device()


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["summarize", "{missing}"], 1, "cannot read {missing}: No such file or directory"),
        (["summarize", "{folder}"], 1, "cannot read {folder}: Is a directory"),
        (["summarize", "{article}", "-o", "{missing}/out"], 1, "there is no folder {missing}; make it first"),
        (["summarize", "{article}", "-o", "{folder}"], 1, "it is a folder"),
        (["summarize", "{article}", "--max-facts", "0"], 2, "max_facts"),
        (["summarize", "{article}", "--language", "7"], 2, "language"),
        (["summarize", "{article}", "--deadline", "0"], 2, "deadline"),
        (["summarize", "{article}", "--max-calls", "-1"], 2, "a budget of calls"),
        (["summarize", "{article}", "--model", ""], 2, "the model name is blank"),
        (["summarize", "{article}", "--model", "m", "--base-url", "nonsense"], 2, "base URL must look like"),
        (["verify", "{claims}", "{article}", "--model", "m", "--base-url", "nonsense"], 2, "base URL must look like"),
        (["verify-text", "{claims}", "{article}", "--deadline", "0"], 2, "deadline"),
        (["estimate", "{article}", "--max-facts", "0"], 2, "max_facts"),
        (["estimate", "{article}", "--model", ""], 2, "the model name is blank"),
        (["verify", "{empty}", "{article}"], 1, "{empty} is empty"),
        (["verify", "{claims}", "{empty}"], 1, "{empty} is empty"),
        (["verify", "{missing}", "{article}"], 1, "cannot read {missing}"),
        ([], 2, "COMMAND; see summarizer --help"),
        (["sumarize"], 2, "invalid choice: 'sumarize'"),
        (["summarize"], 2, "FILE; see summarizer summarize --help"),
        (["summarize", ""], 2, "a file name is empty"),
        (["summarize", "a\0b"], 2, "holds a NUL"),
        (["summarize", "{article}", "--length", "huge"], 2, "invalid choice: 'huge'"),
        (["summarize", "{article}", "--max-facts", "many"], 2, "invalid int value: 'many'"),
        (["summarize", "{article}", "--date", "yesterday"], 2, "write it as 2026-01-31"),
        (["summarize", "{article}", "--title", "\udcff"], 2, "the value is not UTF-8"),
        (["summarize", "{article}", "--references"], 2, "--references needs --format markdown"),
        (["summarize", "{article}", "--no-text"], 2, "--no-text needs --format json"),
        (["verify", "-", "-"], 2, "only one of CLAIMS and SOURCE"),
        (["verify-text", "-", "-"], 2, "only one of SUMMARY and SOURCE"),
    ],
)
def test_every_error_is_one_line(
    names: dict[str, str], capsys: pytest.CaptureFixture[str], arguments: list[str], status: int, said: str
) -> None:
    """What is wrong is said in one line on standard error, nothing is printed, and the status is not 0."""
    given = [argument.format(**names) for argument in arguments]
    assert main([*given, *(NO_MODEL if status == 1 else ())]) == status
    printed = capsys.readouterr()
    assert printed.out == ""
    assert said.format(**names) in one_line_of(printed.err)


def test_a_language_without_a_model_is_not_ignored_in_silence(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What is written says first that it is not in the language asked for, and why."""
    assert main(["summarize", article, *NO_MODEL, "--language", "de"]) == 0
    said = capsys.readouterr()
    first = " ".join(said.out.split("\n\n")[0].split())
    assert first.startswith("! The key facts and the summary are in English, the article's language, although German")
    assert said.err == ""


@pytest.mark.parametrize("option", [("--small",), ("--verification", "standard"), ("--verification", "strict")])
@pytest.mark.parametrize("command", ["summarize", "verify", "verify-text"])
def test_what_only_a_model_can_do_is_not_ignored_in_silence(
    article: str, claims: str, capsys: pytest.CaptureFixture[str], command: str, option: tuple[str, ...]
) -> None:
    """A line names the option that does nothing without a model; without the option there is none."""
    files = [article] if command == "summarize" else [claims, article]
    assert main([command, *files, *NO_MODEL, *option]) == 0
    assert f"{option[0]} needs a model" in one_line_of(capsys.readouterr().err)
    assert main([command, *files, *NO_MODEL]) == 0
    assert capsys.readouterr().err == ""


def test_an_estimate_for_a_small_model_that_is_none_says_so(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A line says that `--small` does nothing without a model."""
    assert main(["estimate", article, *NO_MODEL, "--small"]) == 0
    assert "--small needs a model" in one_line_of(capsys.readouterr().err)


class Refusing(BaseHTTPRequestHandler):
    """A server that knows no key."""

    def do_POST(self) -> None:
        """Refuse."""
        self.rfile.read(int(self.headers["Content-Length"]))
        body = json.dumps({"error": {"message": "no such\nkey", "type": "invalid_request_error"}}).encode()
        self.send_response(401)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def refusing_server() -> Iterator[str]:
    """The address of a server that refuses every call."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Refusing) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/v1"
        server.shutdown()
        thread.join()


def test_a_refused_key_is_one_line(
    article: str, refusing_server: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A model that refuses every call makes an error of one line, with what the server said in it."""
    monkeypatch.setenv("OPENAI_API_KEY", "wrong")
    assert main(["summarize", article, "--model", "m", "--base-url", refusing_server]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "no such key" in one_line_of(said.err)


def test_verify_prints_marks_and_counts(article: str, claims: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each claim has a mark, a verdict and a reason; blank lines are no claims; the last line counts."""
    assert main(["verify", claims, article, *NO_MODEL]) == 0
    blocks = capsys.readouterr().out.rstrip("\n").split("\n\n")
    assert len(blocks) == 4
    assert blocks[0].startswith("✓ It handled 40 ships a year, a tenth of what it handled in 1980.\n  supported")
    assert "\n  > “It handled 40 ships a year" in blocks[0]
    assert blocks[1][:2] in {"✗ ", "? "}
    assert blocks[3].startswith("3 claims: 1 supported, ")


def test_verify_text_prints_marks_and_the_share(
    article: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every sentence of a text has its mark, and the last line says which share is supported."""
    text = tmp_path / "summary.md"
    text.write_text("# Zebras yodel\n\nZebras yodel at night. Nobody heard them.\n", "utf-8")
    assert main(["verify-text", str(text), article, *NO_MODEL]) == 0
    printed = capsys.readouterr().out
    assert "3 claims: " in printed
    assert printed.splitlines()[-1] == "0% of them are supported."


def test_verify_text_as_json_is_the_value(article: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The JSON reads back as what the library returns."""
    text = tmp_path / "summary.txt"
    text.write_text("Zebras yodel.", "utf-8")
    assert main(["verify-text", str(text), article, *NO_MODEL, "--format", "json"]) == 0
    found = TextVerification.model_validate_json(capsys.readouterr().out)
    assert [sentence.statement for sentence in found.sentences] == ["Zebras yodel."]


def test_verify_as_json_keeps_order_and_length(
    article: str, claims: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """JSON is the list of checked claims in the order given, from standard input too."""
    give_stdin(monkeypatch, Path(claims).read_bytes())
    assert main(["verify", "-", article, "--format", "json"]) == 0
    said = capsys.readouterr()
    assert said.err.startswith("No model is configured, so ")
    checked = TypeAdapter(list[CheckedClaim]).validate_json(said.out)
    assert [claim.statement for claim in checked] == [
        "It handled 40 ships a year, a tenth of what it handled in 1980.",
        "The quays become a park by 2031.",
        "The moon is full.",
    ]
    assert checked[1].verdict != "supported"


def test_what_others_named_drives_no_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The name of a file, or a wrong argument, is shown without controls and in one line."""
    name = tmp_path / "a\x1b[2J\n\u202eb\x9b.txt"
    assert main(["summarize", str(name), *NO_MODEL]) == 1
    name.write_bytes(b"\xff")
    assert main(["summarize", str(name), *NO_MODEL]) == 1
    assert main(["summarize", str(name), *NO_MODEL, "-o", str(tmp_path / "no\x1b[2J" / "b")]) == 1
    assert main(["summarize", str(name), "--date", "\x1b[2J"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 4
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", said.err)


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
def test_no_rendering_turns_what_it_shows(tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str) -> None:
    """Overrides, isolates and controls of an article are shown or gone; in JSON they are numbers, and true."""
    path = tmp_path / "a.txt"
    text = ARTICLE.replace("port", "\u2067port\u2069") + "\nIt earned \u202e91\u202c million \x9b2J euros in May.\n"
    path.write_text(text, encoding="utf-8")
    assert main(["summarize", str(path), *NO_MODEL, "--format", form]) == 0
    shown = capsys.readouterr().out
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)
    if form == "json":
        result = Result.model_validate_json(shown)
        assert result.document.text == text
        assert not any("\u202e" in place.text for place in result.evidences())
