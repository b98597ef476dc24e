"""What pages and feeds hold beside the prose of an article: tables, data for search engines, items.

In come parsed pages, or the text of a feed; out come changed trees, articles and places. `html.py` puts them together.
"""
