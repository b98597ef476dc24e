"""What the command line shows to people: colors where a terminal has them, and how far a run is.

In come the streams of the process and the events of a run, out go characters that a terminal can show. It knows no
command and no result.
"""
