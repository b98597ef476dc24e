"""Whatever answers a call. Only this package knows an SDK."""
