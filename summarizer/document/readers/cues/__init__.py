"""Subtitles and transcripts are read as what is said: cues stripped, sentences joined, times and speakers kept.

In come the cues of a format; out comes a `ReadText` whose origins say when each stretch was said, and by whom. It knows
nothing of sentences: `spoken_text.py` puts cues side by side, and breaks paragraphs where somebody else speaks.
"""
