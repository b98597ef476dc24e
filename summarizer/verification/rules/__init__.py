"""The rules say of a claim what code alone can: its document states it, contradicts it, lacks a fact of it, or none.

In come an indexed document (once) and claims; out comes a `Ruling` each: verdict, evidence, checks, reason, score. The
rooms: `statements/` finds what states the claim, `unasserted/` what the document does not say itself, `alignment/` lays
the claim beside a sentence, `checks/` checks its hard facts, `conflicts.py` tells what speaks against it, and
`ruling.py` puts all together. A rule that does not understand has no vote. No rule may know a judge or a model.
"""
