"""What is told of facts and of a summary while a run goes on, and at its end.

In come the values that stages return and the result; out go events for whoever listens. What is told decides nothing,
and a run that nobody listens to comes to the same.
"""
