"""The whole way in one place · data folder and day → files or problems."""
