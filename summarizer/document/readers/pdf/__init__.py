"""A PDF is read by where its characters stand: words, lines in reading order, what repeats on each page, paragraphs.

In: the bytes of a file. Out: a `ReadText` in Markdown with the page and box of each line. One module alone knows the
library that opens PDFs; the others work on words with places.
"""
