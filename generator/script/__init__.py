"""Terminology, OpenCC and what was reviewed of them · text in one script → text in both."""
