"""Those who look on while calls are made: counts, prices, events, log lines and spans.

Each try comes in when it begins and when it ends (`watch.py`); out go usage reports, events to the user's hook, lines
to the log, and OpenTelemetry spans. Prices turn the tokens of a reply into money, for counts and for budgets.
It must never hold up, change or repeat a call, and never write a word of an article, a prompt or a reply to the log.
"""
