"""How a language says that something which stands in a text is not the text's own: the group `unasserted` of a record.

Every field but the last is a regular expression on folded text (small letters, straight quotation marks), "" for none.
They stand here and not in `record.py` for their number alone.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Unasserted:
    """Headings, lead-ins, tasks, denials and labels by which a text shows what it does not say itself.

    Attributes:
        topics: The whole of a heading or label for what is only claimed, discussed or made up: "common myths", "plot".
        suppositions: The whole of a heading that supposes what stands below it: "if the plan fails".
        settled: The whole of a heading or label behind which the text speaks again: "our verdict".
        lead_ins: The whole of a sentence that leads to somebody's words or to fiction: "this is what the letter says".
        own_lead_ins: What a lead-in holds behind which the author speaks: "and here is why".
        doubting: What a lead-in that ends in a colon holds before items that are not asserted: "under discussion".
        tasks: The start of a sentence that asks which of those below it are true: "mark each sentence as true".
        taken_back: The start of a sentence that takes back the one before it: "the claim has since been retracted".
        all_taken_back: The same for all sentences before it in its paragraph: "none of this is true".
        no_speakers: Labels before a colon that name nobody who speaks: "note".
    """

    topics: str = ""
    suppositions: str = ""
    settled: str = ""
    lead_ins: str = ""
    own_lead_ins: str = ""
    doubting: str = ""
    tasks: str = ""
    taken_back: str = ""
    all_taken_back: str = ""
    no_speakers: frozenset[str] = frozenset()
