"""Settings are what users give, checked once and put together.

In come the arguments of `Summarizer` and of its methods, as anybody may write them. Out come frozen values that the
rest of the library takes as they are: the document and the claims, the options of a summary, the models that are
asked, and what surrounds their calls. What is wrong is an error that names it, before anything is sent or paid for.
Nothing here knows a prompt, a stage or a reply.
"""
