"""Strict YAML, decoding, and how mistakes are worded · bytes → Catalogue or problems."""
