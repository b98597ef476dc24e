"""Put the demo's output into its page anew: PYTHONPATH=tests/support python tests/docs/update_demo.py."""

import re

from test_readme import DEMO, demo_output

block = f"<!-- demo -->\n```text\n{demo_output().rstrip()}\n```\n<!-- /demo -->"
text = DEMO.read_text("utf-8")
DEMO.write_text(re.sub(r"<!-- demo -->.*<!-- /demo -->", lambda _: block, text, flags=re.DOTALL), "utf-8")
