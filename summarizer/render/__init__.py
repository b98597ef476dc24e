"""Results as Markdown, terminal text and HTML; nothing is decided here."""
