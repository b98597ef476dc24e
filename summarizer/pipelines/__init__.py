"""Pipelines join the stages: which follows which, and what becomes of every drafted fact.

A document, its chunks and the options come in; a plan comes out whose value is the facts, the rejected ones, the
summary and what failed. One is for models that write, one for small ones that choose, one for no model at all; an
estimate runs the same plans with stand-ins. Nothing here waits, sends, or knows a model by name.
"""
