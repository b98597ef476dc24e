"""What is shown is made of these: words made harmless, elements of HTML, signs of Markdown, and a notebook's cell.

In come words that anybody wrote; out comes HTML or Markdown in which they are words and nothing else. Whatever shows
itself, from a document at the bottom to a page at the top, is put together of them, and nothing else escapes. They must
never load anything, decide anything, or know more of a document or claim than what is shown of it.
"""
