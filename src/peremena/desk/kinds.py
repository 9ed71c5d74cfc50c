"""What people call the tables in which something of theirs is kept."""

from django.utils.translation import gettext_lazy as _

OTHER, ONESELF, OWN_WORDS = _("Other records"), _("About you"), _("Your own words")
ROLES, TEXTS = _("Roles, posts and registrations"), _("What was written in projects and passports")
SIGN_IN, TEAMS = _("Sign-in: addresses, devices, passkeys"), _("Teams and invitations")
LEARNING = _("Learning: enrolment, notes of staff, deadlines")

KINDS = {
    "people.consent": _("Consents"),
    "people.personalrequest": _("Requests about your data"),
    "people.registration": ROLES,
    "people.roleheld": ROLES,
    "places.post": ROLES,
    "places.keeper": ROLES,
    "people.trust": _("Helpers"),
    "people.merge": ROLES,
    "people.papercode": SIGN_IN,
    "account.emailaddress": SIGN_IN,
    "mfa.authenticator": SIGN_IN,
    "usersessions.usersession": SIGN_IN,
    "mail.letter": _("Letters"),
    "mail.wishes": _("Letters"),
    "drafts.draft": TEXTS,
    "drafts.revision": TEXTS,
    "drafts.clash": TEXTS,
    "drafts.comment": _("Comments"),
    "projects.membership": TEAMS,
    "projects.invitation": TEAMS,
    "projects.look": TEAMS,
    "projects.verdict": _("Verdicts and milestones"),
    "projects.milestone": _("Verdicts and milestones"),
    "projects.putaside": _("Remarks put aside"),
    "places.resource": _("Resources and questionnaires of the territory"),
    "places.resourceedit": _("Resources and questionnaires of the territory"),
    "places.questionnaire": _("Resources and questionnaires of the territory"),
    "cohorts.enrolment": LEARNING,
    "cohorts.statuschange": LEARNING,
    "cohorts.contactnote": LEARNING,
    "intake.candidate": LEARNING,
    "lessons.sign": _("Who was there on a day of the school"),
    "lessons.sheet": _("Who was there on a day of the school"),
    "lessons.surveytaken": _("Questionnaires after a day of the school"),
    "lessons.surveyanswer": _("Questionnaires after a day of the school"),
    "lessons.handed": _("Homework"),
    "lessons.feedkey": _("The address of one’s own calendar"),
    "contests.application": _("Applications and decisions"),
    "contests.turn": _("Applications and decisions"),
    "journal.entry": _("Lines of the journal"),
}
