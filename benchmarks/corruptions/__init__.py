"""Ways to change a sentence: `harmful` ones change what it says, `harmless` ones only how it is written."""
