"""What people read where the code says Kind, Form, Proof, Attribution and Refusal."""

from django.utils.translation import gettext_lazy as _

from .rules import Attribution, Form, Kind, Proof, Refusal
from .totals import By

KINDS = {
    Kind.REGIONAL: _("regional budget"),
    Kind.FEDERAL: _("federal budget"),
    Kind.MUNICIPAL: _("municipal budget"),
    Kind.FUND: _("a fund: Presidential Grants, Cultural Initiatives, another"),
    Kind.BUSINESS: _("business"),
    Kind.RESIDENTS: _("residents"),
    Kind.OWN: _("the NGO's own money"),
    Kind.IN_KIND: _("things and work, in roubles"),
}

GIVERS = {kind: text for kind, text in KINDS.items() if kind is not Kind.IN_KIND}

FORMS = {
    Form.MONEY: _("in money"),
    Form.PROPERTY: _("in things"),
    Form.LABOUR: _("in work"),
}

PROOFS = {
    Proof.STATED: _("stated, no document yet"),
    Proof.ATTACHED: _("document attached"),
    Proof.CONFIRMED: _("confirmed by whoever gives the money"),
}

ATTRIBUTIONS = {
    Attribution.FULL: _("made in the school"),
    Attribution.HELPED: _("the school helped"),
    Attribution.ALUMNI: _("alumni did it themselves"),
}

REFUSALS = {
    Refusal.NOT_YOURS: _("Only staff of the project's centre keep its money."),
    Refusal.TWICE: _(
        "This source has decided on this project on this day already. One decision is one row:"
        " open it and correct it."
    ),
    Refusal.SAME_DOCUMENT: _(
        "This document of the project stands in the ledger already. One decision is one row."
    ),
    Refusal.SUM_NEEDED: _("Write the sum: it is more than nothing."),
    Refusal.SOURCE_NEEDED: _("Write who gives the money."),
    Refusal.IN_FUTURE: _("This day has not come yet. Look at the date."),
    Refusal.PAID_TOO_MUCH: _("More cannot be paid than was awarded. Look at the sums."),
    Refusal.NO_EVIDENCE: _("There is nothing to confirm it by: add a document, a link or a file."),
    Refusal.SAME_PERSON: _("You entered or changed this yourself. A colleague has to confirm it."),
    Refusal.VERIFIED_ALREADY: _("A colleague has confirmed this already."),
    Refusal.TAKEN_BACK: _("This row was taken back. It no longer counts."),
    Refusal.WHY_NEEDED: _("Write in a few words why you change it: the old words stay beside it."),
    Refusal.NOTHING_GIVEN: _("Write what was promised or what was given."),
    Refusal.GIVEN_ALREADY: _(
        "The very same is written down already. If it is another gift, name its document."
    ),
    Refusal.NOTHING_CHANGED: _("Nothing is different from what stands there."),
    Refusal.CHANGED_MEANWHILE: _(
        "A colleague has changed this meanwhile. Look at what stands there now."
    ),
}

DIMENSIONS = {
    By.YEAR: _("By years"),
    By.COHORT: _("By cohorts"),
    By.TERRITORY: _("By territories"),
    By.SOURCE: _("By sources"),
    By.KIND: _("By kinds of money"),
}
OUTSIDE = _("outside cohorts")

FIELDS = {
    "source": _("who gives the money"),
    "kind": _("whose money"),
    "requested": _("asked for"),
    "awarded": _("awarded"),
    "paid": _("paid"),
    "decided_on": _("day of the decision"),
    "document": _("document"),
    "document_on": _("date of the document"),
    "link": _("link"),
    "sha256": _("file"),
    "proof": _("proof"),
    "attribution": _("part of the school"),
    "contribution": _("what somebody added"),
}

FIGURES = {
    "attracted": _("Attracted"),
    "waiting": _("Waits for confirmation"),
    "paid": _("Paid so far"),
    "requested": _("Was asked for"),
    "added_promised": _("Co-funding promised"),
    "added_paid": _("Co-funding given"),
    "in_kind_promised": _("Things and work promised"),
    "in_kind_given": _("Things and work given"),
}
HOW = {
    "attracted": _(
        "The sum of what was awarded by decisions with a document that a second person of the"
        " school has confirmed. Each decision counts once: in one territory, in one cohort, in the"
        " year of the decision. Own money, co-funding and things are not in it."
    ),
    "waiting": _(
        "Awarded, but a second person has not confirmed the document yet. Not in the public sum."
    ),
    "paid": _(
        "What has come to the account by the payments that staff wrote down, of confirmed and"
        " unconfirmed decisions."
    ),
    "requested": _("What these projects asked for in the applications that brought money."),
    "added_promised": _(
        "Money that residents, business, municipalities and the NGO promised to add, of confirmed"
        " decisions. It is never added to what was attracted."
    ),
    "added_paid": _("Of that, what has been given."),
    "in_kind_promised": _(
        "Things and work valued in roubles, of confirmed decisions. Never added to money."
    ),
    "in_kind_given": _("Of that, what has been given or done."),
}

STATES = {
    "verified": _("confirmed"),
    "waiting": _("waits for confirmation"),
    "doubted": _("not confirmed"),
    "taken-back": _("taken back"),
}
DEEDS = {
    "entered": _("entered"),
    "changed": _("corrected"),
    "verified": _("confirmed"),
    "doubted": _("not confirmed"),
    "taken-back": _("taken back"),
    "contribution-added": _("somebody adds to it"),
    "contribution-dropped": _("what somebody added was taken out"),
}
