"""Testing holds what a user's own tests call: an assertion that a text says nothing but what its source does.

In come texts, out goes an error that pytest and unittest count as a failure; it knows no test framework. The assertion
is found here: `from summarizer.testing import assert_supported`.
"""

from summarizer.testing.supported import assert_supported as assert_supported
