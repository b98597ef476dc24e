"""Write the golden renders anew: PYTHONPATH=tests/support python tests/prompts/update_golden.py."""

from test_golden import CALLS, GOLDEN, shown

for prompt_id, make in CALLS.items():
    (GOLDEN / f"{prompt_id}.txt").write_text(shown(make()), "utf-8")
