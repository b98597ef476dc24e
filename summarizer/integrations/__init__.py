"""Integrations join the library to what others run: a shared cache, a cluster. Each needs an extra of its own.

They use what users can use, and nothing below them knows that they are there.
"""
