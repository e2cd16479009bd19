# SPDX-License-Identifier: GPL-2.0-or-later
"""Ask the sources of what was pulled whether they have changed, in the background."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Union

from .. import paths
from ..bridge import freshness, local_sources, project_state, settings
from ..bridge.freshness import CANNOT_TELL, CHANGED, NO_CHANGE_SEEN, Freshness
from ..bridge.provenance import Provenance
from ..bridge.tasks import IsCancelled
from ..bridge.workspace import Pull
from ..core import errors
from ..i18n import locale, number_text, tr
from ..services.connections import Saved
from ..services.model import Connection
from .desk import Desk, words_of

Answer = Union[Freshness, errors.BlankSpotError]


class SourceCheck:
    """What the sources said when they were asked last.

    Parameters
    ----------
    desk
        Whose pulls they are of.
    answered
        Called when they have been asked.
    """

    def __init__(self, desk: Desk, answered: Callable[[], None]) -> None:
        self._desk, self._answered = desk, answered
        # By name and time of the pull: what is pulled again is no longer judged by it.
        self._answers: dict[tuple[str, str], Answer] = {}
        self.is_asking = False

    def ask(self, pulls: Sequence[Pull]) -> None:
        """Ask each source once; nothing is asked twice at the same time."""
        asked = [(each.name, self._connection(each), each.source) for each in pulls]
        if self.is_asking or not asked:
            return
        self.is_asking = True

        def work(is_cancelled: IsCancelled) -> dict[tuple[str, str], Answer]:
            return {
                (name, source.time): _answer(saved, source, is_cancelled)
                for name, saved, source in asked
                if saved is not None and source is not None and not is_cancelled()
            }

        def done(found: dict[tuple[str, str], Answer]) -> None:
            self.is_asking = False
            self._answers.update(found)
            self._answered()

        def failed(error: Exception) -> None:
            self.is_asking = False
            self._desk.complain(error)
            self._answered()

        self._desk.tasks.start(tr("Has the source changed?"), work, done, failed)

    def forget(self) -> None:
        """Another project is there."""
        self._answers = {}

    def of(self, pull: Pull) -> Answer | None:
        """Return what the source of a pull said, None where it was not asked since."""
        return self._answers.get((pull.name, pull.source.time if pull.source else ""))

    def summary(self, pulls: Sequence[Pull]) -> str:
        """Return what was found in a sentence; '' where nothing was asked."""
        answers = {each.name: self.of(each) for each in pulls}
        changed = [name for name, one in answers.items() if verdict_of(one) == CHANGED]
        mute = [name for name, one in answers.items() if isinstance(one, errors.BlankSpotError)]
        asked = sum(one is not None for one in answers.values())
        if not asked:
            return ""
        said = tr("Sources asked: {n}. Changed: {changed}.").format(
            n=number_text(asked), changed=", ".join(changed) or tr("none")
        )
        if mute:
            said += " " + tr("Could not be asked: {names}.").format(names=", ".join(mute))
        return said

    def _connection(self, pull: Pull) -> Saved | None:
        kept = self._desk.state.pulls.get(pull.name)
        if kept is None:
            return None
        known = (*settings.read().connections, *local_sources.stored())
        told = project_state.recalled(kept, known)
        pairs = (part.split("=", 1) for part in str(told.get("MAPPING", "")).split(";") if part)
        kind = told.get("SERVICE", "file")
        url = str(paths.sample()) if kind == "sample" else told.get("URL", "")
        connection = Connection(kind, url, mapping=dict(pairs))
        login, plain = told.get("AUTHCFG", ""), bool(told.get("ALLOW_HTTP"))
        return Saved(pull.name, connection, login, plain)


def _answer(saved: Saved, source: Provenance, is_cancelled: IsCancelled) -> Answer:
    try:
        return freshness.of_pull(saved, source, is_cancelled)
    except errors.Cancelled:
        raise
    except errors.BlankSpotError as error:
        return error


def verdict_of(answer: Answer | None) -> str:
    """Return the verdict; '' where the source was not asked, or did not answer."""
    return answer.verdict if isinstance(answer, Freshness) else ""


def words(answer: Answer) -> str:
    """Return what a source said, in a sentence."""
    if isinstance(answer, errors.BlankSpotError):
        return tr("The source could not be asked: {reason}").format(reason=words_of(answer))
    said = {
        CHANGED: tr("The source has changed: pull again."),
        NO_CHANGE_SEEN: tr("No change seen at the source."),
        CANNOT_TELL: tr("The source tells neither a number nor a date."),
    }[answer.verdict]
    if answer.count is not None:
        said += " " + tr("It holds {n} features.").format(n=number_text(answer.count))
    if answer.updated is not None:
        day = locale().toString(answer.updated.astimezone().date())
        said += " " + tr("Changed on {day}.").format(day=day)
    return said
