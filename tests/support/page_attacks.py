"""Words that try to be more than words on a page, and a server that notices if one of them gets out."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

RUN = "window.ran=1;alert(1)"
# {url} is a server that must never hear of it.
ATTACKS = (
    f"<script>{RUN}</script>",
    f'"><img src="{{url}}/a.png" onerror="{RUN}">',
    f"'><svg onload='{RUN}'><rect>",
    f"</style></script></title></textarea><script>{RUN}</script>",
    f"<!-- --!><script>{RUN}</script>",
    f"]]><script>{RUN}</script>",
    f"&lt;script&gt;{RUN}&lt;/script&gt; &#60;script&#62;{RUN}&#60;/script&#62;",
    '<iframe src="{url}/frame"></iframe><object data="{url}/object"></object><embed src="{url}/embed">',
    '<link rel="stylesheet" href="{url}/a.css"><style>@import url({url}/b.css); * {{ background: url({url}/c) }}',
    '<meta http-equiv="refresh" content="0;url={url}/gone"><base href="{url}/">',
    f'<form action="{{url}}/form"><input autofocus onfocus="{RUN}"><button formaction="javascript:{RUN}">go</form>',
    f'<a href="javascript:{RUN}" ping="{{url}}/ping">a link</a> <a href=" java\tscript:{RUN}">another</a>',
    f"[a link](javascript:{RUN}) ![a picture]({{url}}/pixel.png) <javascript:{RUN}> [x]: {{url}}/ref",
    f"[words]({{url}}/link \"title' onmouseover='{RUN}\") [`code`](data:text/html,<script>{RUN}</script>)",
    f"<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror={RUN}&gt;'>",
    f"<svg><style><img src=x onerror={RUN}></style></svg><noscript><p title='</noscript><img src=x onerror={RUN}>'>",
    f'<details open ontoggle="{RUN}"><video src="{{url}}/v" onerror="{RUN}"></video><template><script>{RUN}</script>',
    f"{{{{constructor.constructor('{RUN}')()}}}} ${{{RUN}}} <%= {RUN} %>",
    f'e0-5" onmouseover="{RUN}" x="',
    f"e0-5) {{ background: url({{url}}/d.png) }} /* */ <x style='background:url({{url}}/e.png)' onclick='{RUN}'>",
    "`</code></pre><script src={url}/s.js></script>`",
    "\u202eevil\u202c \u2066turned\u2069 \x00\x1b[31m\x07\x9b31m \u2028\u2029 \ufeff\U000e0041\U000e0042",
)


class Listening:
    """A server that answers everything and remembers what was asked."""

    def __init__(self) -> None:
        heard = self.heard = []

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                heard.append(self.path)
                self.send_response(204)
                self.end_headers()

            do_POST = do_HEAD = do_GET  # noqa: N815 - as the server asks for them

            def log_message(self, *arguments: object) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    heard: list[str]

    def close(self) -> None:
        """End it."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@contextlib.contextmanager
def listening() -> Iterator[Listening]:
    """A server for as long as it is needed."""
    server = Listening()
    try:
        yield server
    finally:
        server.close()


def attacks(url: str) -> list[str]:
    """Every attack, with the server's address in it."""
    return [attack.replace("{url}", url).replace("{{", "{").replace("}}", "}") for attack in ATTACKS]
