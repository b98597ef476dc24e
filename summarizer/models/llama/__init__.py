"""Models that run inside this process, by llama.cpp.

A name such as `llama:smollm2` comes in; out comes a `ChatModel`, which loads the file at its first call and is asked by
the same protocol as every other, on 127.0.0.1 and with a key drawn for it. Files are found, fetched and checked here.
It must never know of stages or policies, never listen to another machine, and never load weights before a call.
"""
