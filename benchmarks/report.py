# SPDX-License-Identifier: GPL-2.0-or-later
"""Medians, ratios, slopes and agreement, as text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import isnan, log
from statistics import median

from peers import PEERS, Peer

# How much less than a disc its polygon may cover: the chords of 8 segments a quarter lose
# 0.64 %, those of 32 lose 0.04 %.
_TOLERANCE = {8: 0.010, 32: 0.001}
RIVALS = ("recipe", "recipe-gaps", "parts", "native")


@dataclass
class Outcome:
    """The runs of one peer on one set.

    Attributes
    ----------
    seconds, again, cpu
        Wall time of the first run in a process and of a second one, NaN where there was none;
        processor time of the first.
    peak_mb
        The highest of all runs.
    blank_m2, land_m2
        Area on the map of the gaps, and of the villages.
    note
        Why there is no run.
    """

    seconds: list[float] = field(default_factory=list)
    again: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    peak_mb: float = 0.0
    blank_m2: float = 0.0
    land_m2: float = 0.0
    note: str = ""

    def add(self, answer: Mapping[str, float]) -> None:
        """Add what one process printed."""
        self.seconds.append(answer["seconds"])
        self.again.append(answer["again"])
        self.cpu.append(answer["cpu"])
        self.peak_mb = max(self.peak_mb, answer["peak_mb"])
        self.blank_m2, self.land_m2 = answer["blank_m2"], answer["land_m2"]

    @property
    def median(self) -> float:
        """The median wall time, seconds."""
        return median(self.seconds)


Outcomes = Mapping[str, Outcome]


def legend(names: Sequence[str]) -> str:
    """Return who is who."""
    return "\n".join(f"  {name:<18} {PEERS[name].what}" for name in names)


def table(title: str, outcomes: Outcomes) -> str:
    """Return the table of one set; ratios are to the first peer."""
    lines = [
        title,
        f"  {'':<18} {'seg':>3} {'s':>8} {'again s':>8} {'cpu s':>8} {'ratio':>6} {'peak MB':>8} "
        f"{'runs':>4}  covered",
    ]
    first, reference = next(iter(outcomes.values())), _reference(outcomes)
    for name, outcome in outcomes.items():
        peer = PEERS[name]
        head = f"  {name:<18} {peer.segments or '':>3}"
        if not outcome.seconds:
            lines.append(f"{head} {'not run: ' + outcome.note}")
            continue
        again = median(outcome.again)
        ratio = f"{outcome.median / first.median:.2f}" if first.seconds else ""
        lines.append(
            f"{head} {outcome.median:>8.3f} {'' if isnan(again) else f'{again:.3f}':>8} "
            f"{median(outcome.cpu):>8.3f} {ratio:>6} {outcome.peak_mb:>8.0f} "
            f"{len(outcome.seconds):>4}  {_agreement(peer, outcome, reference)}"
        )
    return "\n".join(lines)


def _reference(outcomes: Outcomes) -> Outcome | None:
    """Return the first that drew anything, which the others must agree with."""
    ran = (one for name, one in outcomes.items() if one.seconds and PEERS[name].segments)
    return next(ran, None)


def _off(outcome: Outcome, reference: Outcome) -> float:
    covered, expected = (one.land_m2 - one.blank_m2 for one in (outcome, reference))
    return covered / expected - 1


def _agreement(peer: Peer, outcome: Outcome, reference: Outcome | None) -> str:
    if not peer.segments or reference is None:
        return ""
    text = f"{(outcome.land_m2 - outcome.blank_m2) / 1e6:,.1f} km²"
    if outcome is reference:
        return text
    off = _off(outcome, reference)
    return f"{text} ({off:+.3%})" + ("" if abs(off) <= _TOLERANCE[peer.segments] else " DIFFERS")


def differing(outcomes: Outcomes) -> list[str]:
    """Return the peers that cover another area than the first, beyond what chords explain."""
    reference = _reference(outcomes)
    return [
        name
        for name, outcome in outcomes.items()
        if reference is not None
        and outcome.seconds
        and PEERS[name].segments
        and abs(_off(outcome, reference)) > _TOLERANCE[PEERS[name].segments]
    ]


def slopes(results: Mapping[str, Outcomes], sizes: Mapping[str, int]) -> str:
    """Return, for each peer, the slope of log time over log sites between sets."""
    names = list(dict.fromkeys(name for outcomes in results.values() for name in outcomes))
    pairs = list(zip(list(results)[:-1], list(results)[1:]))
    lines = ["Slope of log time over log sites (1 is linear)"]
    for name in names:
        cells = []
        for small, large in pairs:
            one, other = (results[key].get(name, Outcome()) for key in (small, large))
            if not (one.seconds and other.seconds):
                continue
            slope = log(other.median / one.median) / log(sizes[large] / sizes[small])
            cells.append(f"{small} to {large}: {slope:.2f}")
        if cells:
            lines.append(f"  {name:<20} {', '.join(cells)}")
    return "\n".join(lines)


def verdict(name: str, outcomes: Outcomes) -> str:
    """Return how the analysis compares with the quickest rival at the same segments."""
    ours = outcomes.get("analysis")
    rivals = {key: outcomes[key] for key in RIVALS if key in outcomes and outcomes[key].seconds}
    if ours is None or not ours.seconds or not rivals:
        return ""
    best = min(rivals, key=lambda key: rivals[key].median)
    share = ours.median / rivals[best].median
    text = f"{name}: analysis takes {share:.2f} of the quickest rival's time ({best})"
    again = median(ours.again) / median(rivals[best].again)
    return text + (f", {again:.2f} when run again." if not isnan(again) else ".")


def startup(answers: Sequence[Mapping[str, object]]) -> str:
    """Return the cost of loading the plugin."""

    def middle(key: str) -> float:
        return median(float(str(answer[key])) for answer in answers)

    last = answers[-1]
    heavy = last["heavy"]
    loads = (
        f"loads {', '.join(map(str, heavy))}"
        if isinstance(heavy, list) and heavy
        else ("loads neither numpy nor any other large library")
    )
    return (
        f"Start-up: {middle('registered_ms'):.0f} ms until the algorithms are registered, "
        f"{middle('menu_ms'):.0f} ms for the menu; {last['own']} modules of its own; {loads}."
    )
