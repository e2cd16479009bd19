# SPDX-License-Identifier: GPL-2.0-or-later
"""Work in the background: results and failures reach the main thread, and nothing outlives it."""

from __future__ import annotations

import threading
from time import monotonic, sleep

import pytest
from qgis.PyQt.QtCore import QCoreApplication

from blankspot_plugin.bridge.tasks import Tasks
from blankspot_plugin.core.errors import Cancelled


def wait(until, seconds=10):
    end = monotonic() + seconds
    while not until() and monotonic() < end:
        QCoreApplication.processEvents()
        sleep(0.005)
    assert until()


@pytest.fixture
def tasks(qgis_app):
    made = Tasks()
    yield made
    made.close()


def test_what_is_made_arrives_in_the_main_thread(tasks):
    seen = []
    main = threading.current_thread()
    tasks.start(
        "work",
        lambda _: threading.current_thread() is main,
        lambda made: seen.append((made, threading.current_thread() is main)),
        seen.append,
    )
    wait(lambda: seen)
    assert seen == [(False, True)]


def test_what_is_raised_arrives_too(tasks):
    seen = []

    def work(_):
        raise ValueError("broken")

    tasks.start("work", work, lambda _: seen.append("done"), seen.append)
    wait(lambda: seen)
    assert isinstance(seen[0], ValueError) and len(seen) == 1


def test_a_stopped_task_says_so(tasks):
    seen, begun = [], threading.Event()

    def work(is_cancelled):
        begun.set()
        while not is_cancelled():
            sleep(0.005)

    task = tasks.start("work", work, lambda _: seen.append("done"), seen.append)
    assert begun.wait(10)
    task.cancel()
    wait(lambda: seen)
    assert isinstance(seen[0], Cancelled) and len(seen) == 1


def test_closing_ends_all_and_tells_nobody(qgis_app):
    tasks, seen, begun = Tasks(), [], threading.Event()

    def work(is_cancelled):
        begun.set()
        while not is_cancelled():
            sleep(0.005)

    tasks.start("work", work, seen.append, seen.append)
    assert begun.wait(10)
    started = monotonic()
    tasks.close()
    assert monotonic() - started < 2
    QCoreApplication.processEvents()
    assert not seen
