"""Anthropic's Messages API, and every server that speaks the same protocol.

A `Call` comes in and a `Reply` or a `ModelError` goes out, within the timeout and after one try. The schema goes by the
API's own means, and an article that many calls share is read from its cache. It must never know of retries, budgets or
stages, never wait because a server asks for it, and never show a key.
"""
