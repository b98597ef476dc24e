"""The engine without a model: sentences of the article are its facts, and its summary is made of them."""
