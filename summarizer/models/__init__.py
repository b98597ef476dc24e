"""Whatever answers a call: the protocol `ChatModel`, and a package for each provider.

A name, an address and a key come in (`registry.resolve`), a model comes out; then a `Call` comes in, and a `Reply` or a
`ModelError` goes out. A provider is one file (`provider.py` of its package) and one line in `registry.PROVIDERS`.
Only this package knows an SDK. It must never try a call twice, count what it cost, or know what it is asked for.
"""
