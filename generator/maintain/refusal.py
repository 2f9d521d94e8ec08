"""The exception of a command that refuses to do anything."""


class Refusal(Exception):
    """The command cannot do what was asked; nothing has changed."""

    def __init__(self, message: str, status: int = 1) -> None:
        super().__init__(message)
        self.message = message
        self.status = status
        """1: the data do not allow it. 2: the command was given wrongly."""
