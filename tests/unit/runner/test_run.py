"""What the runner decides before and while it starts the processes."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from bot.run import CannotRunError, check_ports, is_healthy, last_lines
from bot.settings import Settings


def free_ports(count: int) -> list[int]:
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


def on_ports(rasa: int, actions: int, web: int, worker: int) -> Settings:
    return Settings(rasa_port=rasa, actions_port=actions, web_port=web, worker_port=worker)


def test_free_ports_are_accepted() -> None:
    check_ports(on_ports(*free_ports(4)))


def test_a_taken_port_is_named_with_what_needs_it() -> None:
    rasa, web, worker = free_ports(3)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CannotRunError) as refused:
            check_ports(on_ports(rasa, port, web, worker))

    assert f"Port {port}" in str(refused.value)
    assert "the action server" in str(refused.value)
    assert "CAIRN_ACTIONS_PORT" in str(refused.value)


def test_nobody_on_a_port_is_not_healthy() -> None:
    assert not is_healthy("127.0.0.1", free_ports(1)[0])


def test_the_end_of_a_log_is_shown_and_a_missing_log_is_empty(tmp_path: Path) -> None:
    log = tmp_path / "part.log"
    log.write_text("".join(f"line {number}\n" for number in range(20)))

    assert last_lines(log, 2) == ["line 18", "line 19"]
    assert last_lines(tmp_path / "none.log", 2) == []
