"""A text becomes a document: blocks and sentences as spans of it, and chunks of sentences under a token budget.

In comes what a user gives (plain text, Markdown, HTML); out come a `Document`, its chunks, and sentences as numbered
lines for a model. It knows `text` and `languages`. It must never know a claim, a fact, a prompt or a model, and it
never changes the text: every sentence is `document.text[start:end]`.
"""
