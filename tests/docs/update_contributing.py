"""Put the table of files into CONTRIBUTING anew: python tests/docs/update_contributing.py."""

import re

from test_contributing import CONTRIBUTING, file_table

text = CONTRIBUTING.read_text("utf-8")
block = f"<!-- files -->\n{file_table()}\n<!-- /files -->"
CONTRIBUTING.write_text(re.sub(r"<!-- files -->.*<!-- /files -->", lambda _: block, text, flags=re.DOTALL), "utf-8")
