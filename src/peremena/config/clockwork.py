"""What runs when. `./peremena work --list` shows when each job ran last and is due.

A job gets the moment at which it runs. It may run again after a failure, so it has to be harmless
then. Times are those of the installation's clock.
"""

from datetime import time, timedelta

from django.conf import settings

from peremena.config import upkeep
from peremena.desk import search
from peremena.desk.services import retention
from peremena.intake.services import selection_marks as marking
from peremena.intake.services import selection_offers as passing
from peremena.kit import later
from peremena.kit.clockwork import Job
from peremena.kit.rhythm import Daily, Every
from peremena.lessons.services import surveys as questioning
from peremena.mail import services as mail
from peremena.mail.queries import anything_to_send


def every(**pause: float) -> Every:
    return Every(timedelta(**pause))


def at(hour: int, minute: int) -> Daily:
    return Daily(time(hour, minute), settings.TIME_ZONE)


JOBS = (
    #   what                         when              does                       only if
    Job("letters: send what is due", every(seconds=30), mail.send_due,       anything_to_send),
    Job("search: look for changes",  every(minutes=10), search.refresh),
    Job("intake: pass places on",    every(minutes=10), passing.expire),
    Job("intake: remind experts",    at(10, 10),       marking.remind),
    Job("lessons: remind to answer", at(10, 20),       questioning.remind),
    Job("data: destroy what is due", at(3, 20),        retention.sweep),
    Job("tasks: forget finished",    at(3, 40),        later.prune),
    Job("sessions: forget ended",    at(3, 50),        upkeep.forget_ended_sessions),
)  # fmt: skip
