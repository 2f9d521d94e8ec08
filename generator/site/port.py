"""Edge: whether a preview can listen on a port of this machine."""

import errno
import os
import socket

from generator.messages.message import Message, say

HOST = "127.0.0.1"


def port_obstacle(port: int) -> Message | None:
    """Why nobody can be served at `port`, and what to do; None if it is free."""
    with socket.socket() as trial:
        if os.name == "posix":  # as the server does: a port that was just left is free
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((HOST, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                template = (
                    "port {port} is taken by another program "
                    "(end that one, or take any free port with --port 0)"
                )
                return say(template, port=port)
            template = "port {port}: {reason} (take any free port with --port 0)"
            return say(template, port=port, reason=error.strerror)
    return None


def free_port() -> int:
    """A port that is free now."""
    with socket.socket() as trial:
        trial.bind((HOST, 0))
        port: int = trial.getsockname()[1]
        return port
