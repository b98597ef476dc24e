"""Put the demo's output into the README anew: PYTHONPATH=tests/support python tests/docs/update_readme.py."""

import re

from test_readme import README, demo_output

block = f"<!-- demo -->\n```text\n{demo_output().rstrip()}\n```\n<!-- /demo -->"
text = README.read_text("utf-8")
README.write_text(re.sub(r"<!-- demo -->.*<!-- /demo -->", lambda _: block, text, flags=re.DOTALL), "utf-8")
