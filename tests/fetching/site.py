"""A site on this machine that answers as told, byte by byte, well or badly."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

Answer = bytes | Callable[[socket.socket], None]
"""What a path answers: bytes, or something that speaks for itself."""


def answer(
    body: bytes | str = b"",
    kind: str = "text/html; charset=utf-8",
    status: str = "200 OK",
    **more: str,
) -> bytes:
    """Return a whole answer; ``more`` are further headers, with "_" for "-"."""
    data = body if isinstance(body, bytes) else body.encode()
    told = {"Content-Type": kind, "Content-Length": str(len(data))}
    told |= {name.replace("_", "-"): value for name, value in more.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in told.items() if value)
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode("latin-1") + data


def moved(to: str, status: str = "302 Found") -> bytes:
    """Return an answer that sends one on."""
    return answer(b"", status=status, Location=to)


@dataclass
class Site:
    """The site; ``asked`` are the requests as they came, ``pages`` the answers by their paths."""

    port: int
    pages: dict[str, Answer] = field(default_factory=dict[str, Answer])
    asked: list[str] = field(default_factory=list[str])

    def at(self, path: str = "/", host: str = "127.0.0.1") -> str:
        """Return the address of a path."""
        return f"http://{host}:{self.port}{path}"


@contextlib.contextmanager
def open_site(certificate: str = "") -> Iterator[Site]:
    """Open a site on a free port; with a certificate (a PEM file with its key) by TLS."""
    listening = socket.create_server(("127.0.0.1", 0))
    listening.settimeout(0.1)
    site = Site(listening.getsockname()[1])
    trust = None
    if certificate:
        trust = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        trust.load_cert_chain(certificate)
    closed = threading.Event()

    def serve() -> None:
        while not closed.is_set():
            with contextlib.suppress(OSError):
                line, _ = listening.accept()
                threading.Thread(target=_speak, args=(site, line, trust), daemon=True).start()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        closed.set()
        thread.join()
        listening.close()


def _speak(site: Site, line: socket.socket, trust: ssl.SSLContext | None) -> None:
    line.settimeout(20)
    with contextlib.suppress(OSError), line:
        if trust is not None:
            line = trust.wrap_socket(line, server_side=True)
        head = b""
        while b"\r\n\r\n" not in head:
            piece = line.recv(4_096)
            if not piece:
                return
            head += piece
            if head.startswith(b"\x16\x03"):  # a secure connection was meant, and this is none
                line.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
                return
        site.asked.append(head.decode("latin-1"))
        path = head.split(b" ", 2)[1].decode("latin-1")
        told = site.pages.get(path, answer("nothing", status="404 Not Found"))
        line.sendall(told) if isinstance(told, bytes) else told(line)
        line.close()
