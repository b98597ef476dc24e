"""Key facts: drafted from chunks, merged over chunks, ranked."""
