"""What people read where the code says Kind, Form, Proof, Attribution and Refusal."""

from django.utils.translation import gettext_lazy as _

from .rules import Attribution, Form, Kind, Proof, Refusal

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
}
