"""Checking statements against a source: rules that need no model, and a judge that does."""
