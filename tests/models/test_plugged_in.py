"""Providers of other packages: really built, put where Python finds packages, and asked for by name."""

from __future__ import annotations

import importlib
import json
import shlex
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from summarizer import ModelUnavailable, Provider, RequestPolicy, RetryPolicy, Summarizer
from summarizer.errors import ConfigError
from summarizer.models.openai.chat import OpenAIChat
from summarizer.models.plugged_in import provider_plugged_in
from summarizer.models.registry import resolve, takes_address

EXAMPLE = Path(__file__).parents[2] / "examples" / "provider"
TEXT = "The mill closed in 2021. The town bought it in 2023."
PLUG = "from summarizer import Provider as P; PROVIDER = P(prefix='{}', open_model={}, takes_address=False)"
# A program that reads a prompt and writes an answer: the first sentence as the one fact, or no claim judged.
PROGRAM = """
import json, re, sys
prompt = sys.stdin.read()
wanted = json.loads(prompt.rpartition("schema:")[2])["properties"]
line = re.search(r"^\\[1\\] (.*)$", prompt, re.M)
fact = {"statement": line[1] if line else "", "sentences": [1], "importance": 5}
answers = {"facts": [fact], "claims": [], "headline": "", "parts": [], "missing": []}
print(json.dumps({key: answers[key] for key in wanted}))
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of the example package."""
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(EXAMPLE)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    (wheel,) = out.glob("*.whl")
    return wheel


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder in which Python finds packages."""
    before = set(sys.modules)
    monkeypatch.syspath_prepend(tmp_path)
    yield tmp_path
    for name in set(sys.modules) - before:
        if name.startswith(("summarizer_", "odd_")):
            del sys.modules[name]
    importlib.invalidate_caches()


def install(site: Path, entry: str, *, package: str = "odd", code: str = "") -> None:
    """A package as pip leaves it: a module, and metadata with an entry point."""
    info = site / f"{package}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.3\nName: {package}\nVersion: 1.0\n", "utf-8")
    (info / "entry_points.txt").write_text(f"[summarizer.providers]\n{entry}\n", "utf-8")
    (site / f"odd_{package}.py").write_text(code, "utf-8")
    importlib.invalidate_caches()


def test_a_built_package_adds_a_provider(built: Path, site: Path) -> None:
    """Unpacked beside the library, its models are asked for by name, and run through the whole pipeline."""
    zipfile.ZipFile(built).extractall(site)
    importlib.invalidate_caches()
    program = site / "program.py"
    program.write_text(PROGRAM, "utf-8")
    name = f"command:{shlex.join([sys.executable, str(program)])}"
    assert not takes_address(name)
    with Summarizer(model=name) as kept:
        result = kept.summarize(TEXT)
    assert [fact.statement for fact in result.facts] == ["The mill closed in 2021."]
    assert result.trace.model == name
    with pytest.raises(ConfigError, match="leave base_url out"):
        resolve(name, base_url="http://127.0.0.1:9/v1")
    with pytest.raises(ConfigError, match="needs a command"):
        resolve("command:")
    with pytest.raises(ConfigError, match="only timeout"):
        resolve(name, request=RequestPolicy(seed=1))
    with (
        pytest.raises(ModelUnavailable, match="timed out"),
        Summarizer(
            model="command:sleep 20", request=RequestPolicy(timeout=0.1), retry=RetryPolicy(tries=1), exam="never"
        ) as kept,
    ):
        kept.summarize(TEXT)


def test_nothing_is_read_before_a_name_asks_for_it(built: Path, site: Path) -> None:
    """Importing the library reads no entry point, and a name of another provider imports no package."""
    zipfile.ZipFile(built).extractall(site)
    code = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "import importlib.metadata as m\n"
        "real, asked = m.entry_points, []\n"
        "def counted(**given):\n"
        "    if given.get('group') == 'summarizer.providers': asked.append(given)\n"
        "    return real(**given)\n"
        "m.entry_points = counted\n"
        "import summarizer\n"
        "from summarizer.models.registry import resolve\n"
        "assert not asked\n"
        "resolve('gpt-5-mini', api_key='k')\n"
        "assert not asked\n"
        "resolve('qwen2.5:7b', api_key='k')\n"
        "assert 'summarizer_command' not in sys.modules\n"
        "resolve('command:cat')\n"
        "assert 'summarizer_command' in sys.modules\n"
        "print(json.dumps([one['name'] for one in asked]))\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", f"import json\n{code}", str(site)], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert set(json.loads(run.stdout)) == {"qwen2.5", "command"}


@pytest.mark.parametrize("name", ["gpt-5-mini", "qwen2.5:7b", "ft:gpt-4o:org::id", "hf.co/owner/repo:Q4", ":", "odd"])
def test_names_with_colons_of_their_own(name: str, site: Path) -> None:
    """What no package claims is a model's name at a server."""
    install(site, "odd = odd_odd:PROVIDER")
    assert provider_plugged_in(name) is None
    opened = resolve(name, api_key="k")
    assert opened is not None
    assert isinstance(opened.model, OpenAIChat)


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("import nowhere_to_be_found", r"odd 1\.0.*cannot be loaded.*nowhere_to_be_found"),
        ("raise SystemError('no')", "cannot be loaded"),
        ("", "cannot be loaded.*PROVIDER"),
        ("PROVIDER = 7", "no summarizer.Provider"),
        (PLUG.format("x:", "print"), "prefix 'odd:'"),
        (PLUG.format("odd:", "print"), "TypeError.*tell its makers"),
        (PLUG.format("odd:", "lambda name, **_: 7"), "made no model of it, but int"),
    ],
)
def test_a_broken_package_is_named(code: str, says: str, site: Path) -> None:
    """Whatever is wrong with a package of others, the error is the library's own and says which one it is."""
    install(site, "odd = odd_odd:PROVIDER", code=code)
    with pytest.raises(ConfigError, match=says):
        resolve("odd:one")


def test_two_packages_for_one_name(site: Path) -> None:
    """Neither is taken by chance."""
    for package in ("one", "two"):
        install(site, f"odd = odd_{package}:PROVIDER", package=package)
    with pytest.raises(ConfigError, match=r"one 1\.0, two 1\.0"):
        resolve("odd:one")


def test_a_package_cannot_take_the_place_of_a_provider_of_ours(site: Path) -> None:
    """Names that the library knows lead where its documentation says."""
    code = PLUG.format("anthropic:", "print")
    install(site, "anthropic = odd_odd:PROVIDER", code=code)
    assert isinstance(provider_plugged_in("anthropic:m"), Provider)
    opened = resolve("anthropic:m", base_url="http://127.0.0.1:9")
    assert opened is not None
    assert type(opened.model).__name__ == "AnthropicChat"
