"""Many articles in one call: each is worked on beside others, and what fails comes as a value in its place.

list(mapped(["It rains.", {"text": "It pours.", "id": "b"}], …))  ->  [Result(…), Failed(id="b", …)]
"""
