"""OpenAI's chat completions, and every server that speaks the same protocol.

A `Call` comes in and a `Reply` or a `ModelError` goes out, within the timeout and after one try. What servers differ in
(parameters, forms of structured output, headers, errors) is found out and remembered here, and no one above sees it.
It must never know of retries, budgets or stages, never wait because a server asks for it, and never show a key.
"""
