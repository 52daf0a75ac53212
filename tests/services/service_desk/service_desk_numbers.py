"""The numbers, days and times of the service desk, for the tests of odd ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kundcenter.domain.service_desk.topics import TopicStale
from kundcenter.errors import KundcenterError
from tests.ground import Ground
from tests.services.service_desk.service_desk_ground import CARD

Put = Callable[[Any], object]
# Both are tried in test_odd_days.
DAYS = {f"topics.{verb}.reviewed_on" for verb in ("put.draft", "plan.drafts", "import_.drafts")}
TIMES = {"questions.counts.start", "questions.counts.end"}


def service_desk_numbers(ground: Ground) -> dict[str, tuple[type[KundcenterError], Put]]:
    """Every number that is refused unless it is right, with how it is refused."""
    topics = ground.desk.topics
    id = topics.put(None, CARD).the("topic")
    gone = topics.put(None, CARD).the("topic")
    topics.retire(gone, upon=1)
    return {
        "topics.put.upon": (TopicStale, lambda n: topics.put(id, CARD, upon=n)),
        "topics.retire.upon": (TopicStale, lambda n: topics.retire(id, upon=n)),
        "topics.restore.upon": (TopicStale, lambda n: topics.restore(gone, upon=n)),
    }
