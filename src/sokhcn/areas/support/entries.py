"""What the chapter says of one training class outside the field of start-ups."""

from dataclasses import dataclass

from sokhcn.areas.support.models import TrainingClass


@dataclass(frozen=True, slots=True)
class Held:
    """``topic`` follows “tập huấn về”."""

    topic: str


def held(row: TrainingClass) -> Held:
    return Held(row.topic)
