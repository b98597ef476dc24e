"""A prompt that a server cut in silence is found by the tokens that it says it read.

cut_prompt(call, tokens_in=4096)    "it read 4,096 of about 7,800 tokens of the prompt …", or "" where all was read
"""

from __future__ import annotations

from typing import Final

from summarizer.calls.call import Call
from summarizer.document.tokens import counter_for

# A vocabulary that takes fewer tokens than this share of o200k's is not known: of those in use o200k, with 200,000
# entries, is among the sparing ones for every script (Petrov et al., "Language Model Tokenizers Introduce Unfairness
# Between Languages", 2023, measure vocabularies before it; larger ones of 256,000 save a few in a hundred).
_LEAST_SHARE: Final = 0.7
# Bytes that no token of such a vocabulary has on average, so that nothing has to be counted where fewer are there.
_MOST_BYTES_A_TOKEN: Final = 6
# Fewer read tokens than this are no context that a server runs with; such a number counts something else.
_FEWEST: Final = 100


def cut_prompt(call: Call, *, tokens_in: int) -> str:
    """What to say of a prompt that a server cut before the model read it; "" for one that was read whole.

    Args:
        call: what was sent.
        tokens_in: the tokens that the server says it read; 0 where it does not say.
    """
    size = sum(len(message.content.encode("utf-8", "replace")) for message in call.messages)
    if tokens_in < _FEWEST or tokens_in * _MOST_BYTES_A_TOKEN >= size:
        return ""
    sent = sum(counter_for("gpt-4o").count([message.content for message in call.messages]))
    if tokens_in >= _LEAST_SHARE * sent:
        return ""
    return (
        f"the server read {tokens_in:,} of about {sent:,} tokens of the prompt, and says nothing of the rest; give it "
        "a longer context (num_ctx, --ctx-size, max_model_len), or send smaller chunks"
    )
