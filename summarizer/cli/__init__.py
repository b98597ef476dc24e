"""The command line is a caller like any other: it reads files, asks a `Summarizer`, and prints.

In come arguments and files, out go a result on standard output or in a file, what failed in single lines on standard
error, and an exit status. It knows the door of the library and the names of models on this machine, and nothing of how
a fact is drafted or judged: what it can do, a program can do without it.
"""
