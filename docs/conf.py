"""How Sphinx builds the site: pages by hand beside those that `from_code/` makes of the code. `make docs` runs it.

Warnings are errors, and so is a reference that leads nowhere. Nothing is fetched: the site holds all that it needs.
"""

from __future__ import annotations

import importlib
import os
import re
import sys
from pathlib import Path

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

HERE = Path(__file__).parent
sys.path[:0] = [os.fspath(HERE), os.fspath(HERE.parent)]

from from_code.pages import write_pages  # noqa: E402 - the path comes first

from summarizer.version import DISTRIBUTION, __version__  # noqa: E402

project = DISTRIBUTION
author = "The summarizer maintainers"
copyright = "the summarizer maintainers, Apache-2.0"  # noqa: A001 - Sphinx's name
version = release = __version__
extensions = ["myst_parser"]
exclude_patterns = ["build"]
nitpicky = True
html_theme = "furo"
html_title = f"{DISTRIBUTION} {__version__}"
html_static_path = ["static"]
html_css_files = ["site.css"]
html_show_sphinx = False
html_copy_source = False
html_show_sourcelink = False
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
myst_links_external_new_tab = False
add_module_names = False
python_maximum_signature_line_length = 90
python_use_unqualified_type_names = True
toc_object_entries_show_parents = "hide"
pygments_style = "friendly"
pygments_dark_style = "monokai"


def setup(app: Sphinx) -> None:
    """Make the pages of the reference before any page is read, and resolve the names in signatures."""
    app.connect("builder-inited", lambda app: write_pages(Path(app.srcdir) / "reference"))
    app.connect("missing-reference", resolved)


def resolved(app: Sphinx, env: BuildEnvironment, node: pending_xref, contnode: nodes.Element) -> nodes.Element | None:
    """A link to a public name that a signature has without its module; the bare name where it is not ours.

    Signatures come from the code, so their names are right; a name of our own that a page written by hand points at and
    that is not there stays a warning.
    """
    if node.get("refdomain") != "py":
        return None
    target = node["reftarget"]
    if target.startswith("summarizer."):
        return None
    name = re.split(r"\W", target)[-1]
    public = importlib.import_module("summarizer")
    if name in public.__all__:
        domain = env.get_domain("py")
        found = domain.resolve_any_xref(env, node["refdoc"], app.builder, f"summarizer.{name}", node, contnode)
        linked: nodes.Element = found[0][1] if found else contnode
        return linked
    return contnode
