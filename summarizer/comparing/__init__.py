"""Two results, or two verifications, are laid beside each other.

In come values that a run returned or that were saved, out goes what differs. It knows no model and asks nobody.
"""
