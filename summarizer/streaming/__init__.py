"""Results as they come: a summarizer's run is told event by event, and its result comes last.

In comes what is to be run, out go its events in their order. It knows how to wait for a run, and to stop one that
nobody waits for any more; what the events say is made below, in `telling` and `runtime/observing`.
"""
