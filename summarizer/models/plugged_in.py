"""Other packages plug providers in: an entry point of the group `summarizer.providers` leads to a `Provider`.

    [project.entry-points."summarizer.providers"]      in another package's pyproject.toml
    command = "summarizer_command:COMMAND"

provider_plugged_in("command:ollama run qwen3")  ->  Provider(prefix="command:", …)
provider_plugged_in("qwen2.5:7b")                ->  None: no installed package has an entry point "qwen2.5"
"""

from __future__ import annotations

from importlib.metadata import EntryPoint, entry_points
from typing import Final

from summarizer.errors import ConfigError
from summarizer.models.provider import Provider

GROUP: Final = "summarizer.providers"


def provider_plugged_in(name: str) -> Provider | None:
    """The provider that an installed package offers under the word before the first colon of a name; None without.

    Packages are looked at when this is asked, and only one whose entry point has that very name is imported: names of
    models have colons of their own.

    Raises:
        ConfigError: two packages offer the name, or what is offered cannot be imported or is no provider of it.
    """
    word, colon, _ = name.partition(":")
    found = tuple(entry_points(group=GROUP, name=word)) if colon and word else ()
    if not found:
        return None
    if len(found) > 1:
        offered = ", ".join(sorted(_package_of(one) for one in found))
        raise ConfigError(f"more than one package offers models named {word}:… ({offered}); uninstall all but one")
    (entry,) = found
    try:
        provider = entry.load()
    except Exception as error:  # code of others may raise anything while it is imported
        raise ConfigError(
            f"{name} needs {entry.value} of {_package_of(entry)}, which cannot be loaded ({type(error).__name__}: "
            f"{error}); reinstall or upgrade that package"
        ) from error
    if not isinstance(provider, Provider) or provider.prefix != f"{word}:":
        raise ConfigError(
            f"{entry.value} of {_package_of(entry)} is no summarizer.Provider with the prefix '{word}:'; upgrade that "
            "package, or tell its makers"
        )
    return provider


def _package_of(entry: EntryPoint) -> str:
    return f"{entry.dist.name} {entry.dist.version}" if entry.dist else "a package"
