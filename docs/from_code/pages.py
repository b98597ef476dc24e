"""All pages that are made of the code, by their path below `docs/reference/`, and how they are put there.

write_pages(Path("docs/reference"))
"""

from __future__ import annotations

from pathlib import Path

from from_code.api import api_pages
from from_code.commands import commands_page
from from_code.formats import formats_page
from from_code.names import GROUPS
from from_code.tables import fields_page, options_page


def pages() -> dict[str, str]:
    """Each page by its path."""
    return {
        "options.md": options_page(),
        "fields.md": fields_page(),
        "commands.md": commands_page(),
        "formats.md": formats_page(),
        "index.md": _index(),
        **api_pages(),
    }


def write_pages(folder: Path) -> None:
    """Write each page that changed, so that a second build reads only those."""
    folder.mkdir(exist_ok=True)
    made = pages()
    for path in folder.glob("*.md"):
        if path.name not in made:
            path.unlink()
    for name, text in made.items():
        path = folder / name
        if not path.is_file() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")


def _index() -> str:
    names = "\n".join(["options", "fields", "commands", "formats", *GROUPS, "integrations"])
    lines = "\n".join(f"- [{title}]({key}.md): {line}" for key, (title, line, _) in GROUPS.items())
    return (
        "# Reference\n\n"
        "Made from the code, so that nothing in it is missing here.\n\n"
        "- [Every option](options.md): of `Summarizer`, its methods, the functions and the policies.\n"
        "- [Every field](fields.md): of a result and what it holds.\n"
        "- [The command line](commands.md): what `--help` prints.\n"
        "- [Every format](formats.md): what can be read, and by which word.\n"
        f"{lines}\n"
        "- [Integrations](integrations.md): clusters, caches and frameworks, each in a module of its own.\n\n"
        f"```{{toctree}}\n:hidden:\n\n{names}\n```\n"
    )
