"""The quick summary: written from ticked facts, then checked sentence by sentence."""
