"""The pages of the reference that are made of the code: every option, every field, every command, every name.

`pages()` gives each by its path. Signatures, defaults, types and docstrings come in; Markdown goes out, which Sphinx
reads beside the pages written by hand. What a docstring says in one sentence for a whole class is said of each field in
`fields.toml`, and a test finds an option or a field of which nothing is said.
"""
