"""A hub of models on 127.0.0.1, as far as llama.cpp asks one: refs, the tree of a commit, and files."""

from __future__ import annotations

import hashlib
import json
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

COMMIT = "0123456789" * 4


@contextmanager
def fake_hub(file: Path, *, repository: str, name: str, digest: str | None = None) -> Iterator[str]:
    """Serve one file of one repository; the URL of the hub.

    Args:
        file: what is served.
        repository: `OWNER/REPO`.
        name: the file's name there.
        digest: the SHA-256 that the hub claims; None for the true one.
    """
    size = file.stat().st_size
    with file.open("rb") as content:
        claimed = digest or hashlib.file_digest(content, "sha256").hexdigest()
    answers = {
        f"/api/models/{repository}/refs": {"branches": [{"name": "main", "targetCommit": COMMIT}]},
        f"/api/models/{repository}/tree/{COMMIT}": [
            {"type": "file", "path": name, "size": size, "lfs": {"oid": claimed, "size": size}}
        ],
    }

    class Hub(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer(body=True)

        def do_HEAD(self) -> None:
            self._answer(body=False)

        def log_message(self, *_arguments: object) -> None:
            """Say nothing."""

        def _answer(self, *, body: bool) -> None:
            path = self.path.partition("?")[0]
            if path == f"/{repository}/resolve/{COMMIT}/{name}":
                self._head(200, size)
                if body:
                    with file.open("rb") as source:
                        shutil.copyfileobj(source, self.wfile)
                return
            found = answers.get(path)
            data = json.dumps(found if found is not None else {"error": "not found"}).encode()
            self._head(200 if found is not None else 404, len(data))
            if body:
                self.wfile.write(data)

        def _head(self, status: int, length: int) -> None:
            self.send_response(status)
            self.send_header("Content-Length", str(length))
            self.end_headers()

    server = ThreadingHTTPServer(("127.0.0.1", 0), Hub)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
