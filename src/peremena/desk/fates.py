"""What becomes of each column that points at a person when two cards become one.

A column that is not listed here stops the tests: somebody has to decide about it.
"""

from collections.abc import Mapping
from enum import StrEnum


class Fate(StrEnum):
    """`MOVES`: the row is the kept card's from now on. `STAYS`: it goes on pointing at the closed
    card, and is read together with the kept one: what never changes, and who did what as whom."""

    MOVES = "moves"
    STAYS = "stays"


class Clash(StrEnum):
    """What is done with a row that cannot move, because the kept card has its own."""

    STAYS = "stays"
    ENDS = "ends"
    GOES = "goes"


FATES: Mapping[str, Fate] = {
    "journal.entry.actor": Fate.STAYS,
    "journal.entry.on_behalf_of": Fate.STAYS,
    "mail.letter.person": Fate.MOVES,
    "mail.letter.written_by": Fate.MOVES,
    "mail.letter.told_by": Fate.MOVES,
    "mail.wishes.person": Fate.MOVES,
    "people.registration.person": Fate.MOVES,
    "people.roleheld.person": Fate.MOVES,
    "people.consent.person": Fate.MOVES,
    "people.consent.entered_by": Fate.MOVES,
    "people.personalrequest.person": Fate.MOVES,
    "people.personalrequest.entered_by": Fate.MOVES,
    "people.personalrequest.closed_by": Fate.MOVES,
    "people.trust.person": Fate.MOVES,
    "people.trust.helper": Fate.MOVES,
    "people.papercode.person": Fate.STAYS,
    "people.papercode.made_by": Fate.STAYS,
    "people.papercode.confirmed_by": Fate.STAYS,
    "people.merge.kept": Fate.STAYS,
    "people.merge.gone": Fate.STAYS,
    "people.merge.asked_by": Fate.STAYS,
    "people.merge.by": Fate.STAYS,
    "people.merge.undone_by": Fate.STAYS,
    "drafts.draft.changed_by": Fate.MOVES,
    "drafts.revision.author": Fate.MOVES,
    "drafts.revision.on_behalf_of": Fate.MOVES,
    "drafts.clash.offered_by": Fate.MOVES,
    "drafts.clash.kept_by": Fate.MOVES,
    "drafts.clash.settled_by": Fate.MOVES,
    "drafts.comment.author": Fate.MOVES,
    "drafts.comment.to": Fate.MOVES,
    "drafts.comment.closed_by": Fate.MOVES,
    "places.import.by": Fate.MOVES,
    "places.post.person": Fate.MOVES,
    "places.keeper.person": Fate.MOVES,
    "places.questionnaire.made_by": Fate.MOVES,
    "places.resource.added_by": Fate.MOVES,
    "places.resource.on_behalf_of": Fate.MOVES,
    "places.resourceedit.by": Fate.MOVES,
    "projects.membership.person": Fate.MOVES,
    "projects.invitation.made_by": Fate.MOVES,
    "projects.putaside.by": Fate.MOVES,
    "projects.look.person": Fate.MOVES,
    "projects.borrowed.by": Fate.MOVES,
    "projects.verdict.by": Fate.MOVES,
    "projects.milestone.by": Fate.MOVES,
    "projects.step.by": Fate.MOVES,
    "projects.step.on_behalf_of": Fate.MOVES,
    "cohorts.enrolment.person": Fate.MOVES,
    "cohorts.enrolment.enrolled_by": Fate.MOVES,
    "cohorts.statuschange.by": Fate.MOVES,
    "cohorts.contactnote.by": Fate.MOVES,
    "cohorts.passed.by": Fate.MOVES,
    "cohorts.planstep.made_by": Fate.MOVES,
    "cohorts.certificate.issued_by": Fate.MOVES,
    "cohorts.certificate.revoked_by": Fate.MOVES,
    "intake.candidate.person": Fate.MOVES,
    "intake.candidate.entered_by": Fate.MOVES,
    "intake.marker.person": Fate.MOVES,
    "intake.decision.by": Fate.MOVES,
    "intake.sending.by": Fate.MOVES,
    "lessons.feedkey.person": Fate.MOVES,
    "lessons.sign.guest": Fate.MOVES,
    "lessons.sign.by": Fate.MOVES,
    "lessons.sheet.made_by": Fate.MOVES,
    "lessons.surveytaken.person": Fate.MOVES,
    "lessons.surveyanswer.person": Fate.MOVES,
    "lessons.handed.by": Fate.MOVES,
    "lessons.handed.answered_by": Fate.MOVES,
    "contests.application.by": Fate.STAYS,
    "contests.turn.entered_by": Fate.MOVES,
    "contests.turn.on_behalf_of": Fate.MOVES,
    "contests.turn.closed_by": Fate.MOVES,
    "impact.award.person": Fate.MOVES,
    "impact.award.entered_by": Fate.MOVES,
    "impact.award.changed_by": Fate.MOVES,
    "impact.award.verified_by": Fate.MOVES,
    "impact.award.doubted_by": Fate.MOVES,
    "impact.contribution.entered_by": Fate.MOVES,
    "impact.correction.by": Fate.MOVES,
    "impact.fact.entered_by": Fate.MOVES,
    "impact.fact.taken_back_by": Fate.MOVES,
    "account.emailaddress.user": Fate.STAYS,
    "mfa.authenticator.user": Fate.STAYS,
    "usersessions.usersession.user": Fate.STAYS,
}

CLASHES: Mapping[str, Clash] = {
    "people.registration": Clash.GOES,
    "mail.wishes": Clash.GOES,
    "projects.look": Clash.GOES,
    "people.roleheld": Clash.ENDS,
    "people.trust": Clash.ENDS,
    "lessons.feedkey": Clash.GOES,
    "lessons.surveytaken": Clash.GOES,
    "intake.marker": Clash.ENDS,
    "places.keeper": Clash.ENDS,
    "projects.membership": Clash.ENDS,
}
"""Anything else stays with the closed card, as a second consent to the same text does."""
