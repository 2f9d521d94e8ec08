"""Terminology, words, OpenCC and the reviewed choices · text in one script → text in both."""
