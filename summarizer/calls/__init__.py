"""Calls are what goes to a model and what comes back, for any stage and any model.

A stage puts a prompt together, yields a `Call`, and is sent a `Reply` that is read into a value of the shape asked for;
it may be asked once more where that fails. A `Plan` runs such conversations in rounds, and a driver carries its calls.
Nothing here knows a fact, a claim or a summary, nor an SDK, a price or a wait: stages are above, models beside them.
"""
