"""The version, in the one place that the build and every result read."""

__version__ = "0.1.0"
