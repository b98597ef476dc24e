"""What touches files: paths as users give them, and files that are replaced whole or not at all.

In come paths and text, out come files; it must never know what is written in them.
"""
