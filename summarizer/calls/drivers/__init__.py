"""Drivers carry the calls of a plan to whoever answers them, and bring the replies back.

A plan and a way to send come in, the value of the plan comes out: the same value from every driver. One file is one
way of waiting: threads, an event loop, none. A driver knows no stage, no prompt and no model. Another one is
one file here (`begin` and `resume` of `steps.py` around its own waiting) and one line where runs are started, in
`summarizer/runtime/session.py`.
"""
