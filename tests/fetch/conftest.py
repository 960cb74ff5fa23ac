"""The little network that every test of fetching runs in."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from tests.fetch.bad_server import Net, Origin


@pytest.fixture
def net(monkeypatch: pytest.MonkeyPatch) -> Iterator[Net]:
    """A little network; `names` gives for each host the answers of its first, second, … look-up."""
    names: dict[str, list[list[str]]] = {}
    real = socket.getaddrinfo

    def look_up(host: str, port: int, *args: object, **kwargs: object) -> list[tuple[object, ...]]:
        if host not in names:
            if host.replace(".", "").isdigit() or ":" in host:
                return list(real(host, port, *args, **kwargs))  # type: ignore[arg-type]
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        answers = names[host]
        addresses = answers.pop(0) if len(answers) > 1 else answers[0]
        families = [socket.AF_INET6 if ":" in address else socket.AF_INET for address in addresses]
        return [
            (family, socket.SOCK_STREAM, 6, "", (address, port))
            for family, address in zip(families, addresses, strict=True)
        ]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    net = Net(Origin(), Origin(), Origin("127.0.0.2"), names)
    yield net
    net.close()
