"""The version stands here alone; the build and every result read it."""

__version__ = "0.1.0"
