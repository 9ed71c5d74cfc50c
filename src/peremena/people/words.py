"""What people read: names of roles, and what happened while they signed in."""

from django.utils.translation import gettext_lazy as _

from .abilities import Role
from .registry_numbers import Slip
from .rules import (
    Channel,
    ConsentWay,
    OrganisationKind,
    Purpose,
    RegisterRefusal,
    RequestState,
)

ROLES = {
    Role.STAFF: _("staff of the school"),
    Role.HEAD: _("head of a territory"),
    Role.ACTIVIST: _("activist"),
    Role.EXPERT: _("expert"),
    Role.MENTOR: _("mentor"),
    Role.PARTNER: _("partner"),
    Role.OBSERVER: _("funder’s observer"),
    Role.ADMINISTRATOR: _("administrator"),
}

CHANNELS = {
    Channel.MAIL: _("reads e-mail"),
    Channel.PHONE: _("ring, no e-mail"),
    Channel.MESSENGER: _("reads a messenger"),
    Channel.PAPER: _("paper only"),
}

ORGANISATION_KINDS = {
    OrganisationKind.NGO: _("non-profit organisation"),
    OrganisationKind.TOS: _("residents’ self-government (ТОС)"),
    OrganisationKind.MUNICIPAL_BODY: _("administration"),
    OrganisationKind.MUNICIPAL_INSTITUTION: _("municipal institution"),
    OrganisationKind.STATE: _("state body"),
    OrganisationKind.FUND: _("fund"),
    OrganisationKind.BUSINESS: _("business"),
    OrganisationKind.SOLE_TRADER: _("sole trader"),
    OrganisationKind.OTHER: _("other"),
}

PURPOSES = {
    Purpose.APPLYING: _("to apply for a place at the school"),
    Purpose.LEARNING: _("to learn at the school"),
    Purpose.PUBLIC: _("to be named and shown in public"),
    Purpose.CONTACTS: _("to give one’s contacts to other participants"),
    Purpose.LETTERS: _("to get letters about contests and events"),
}

CONSENT_WAYS = {
    ConsentWay.WEB: _("on the page"),
    ConsentWay.PAPER: _("on paper"),
    ConsentWay.PHONE: _("by phone"),
}

REQUEST_STATES = {
    RequestState.ASKED: _("asked"),
    RequestState.REFUSED: _("not done"),
    RequestState.FULFILLED: _("fulfilled"),
}

REGISTER_REFUSALS = {
    RegisterRefusal.ADDRESS_TAKEN: _(
        "Somebody with this e-mail is already here. If you do not see them in the list, ask "
        "the administrator."
    ),
    RegisterRefusal.ADDRESS_IS_THEIRS: _(
        "This person changes the e-mail on their own page: it is the way they sign in."
    ),
    RegisterRefusal.ROLE_NOT_YOURS: _("Only an administrator gives and takes this role."),
    RegisterRefusal.NOT_OF_YOUR_CENTRE: _("This is a matter of another centre."),
    RegisterRefusal.OGRN_TAKEN: _("An organisation with this ОГРН is already in the list."),
    RegisterRefusal.NAME_TAKEN: _(
        "An organisation with this name is already in the list. If it is another one, add its ОГРН."
    ),
    RegisterRefusal.OWN_HELPER: _("You do not need to name yourself: you may write anyway."),
    RegisterRefusal.NOBODY_AT_ADDRESS: _(
        "Nobody has signed up here with this e-mail. Let your helper sign up first, then name them."
    ),
    RegisterRefusal.ACCOUNT_CLOSED: _("This account is closed."),
    RegisterRefusal.KEEPS_PEOPLE: _(
        "Staff and administrators sign in by e-mail or passkey, not by a code on paper."
    ),
    RegisterRefusal.CODE_OVER: _("This code has been used, withdrawn or has run out."),
    RegisterRefusal.CODE_CONFIRMED: _(
        "This code is confirmed already. It was shown once; if the slip is lost, make a new code."
    ),
    RegisterRefusal.SECOND_PERSON_NEEDED: _("A colleague must confirm it: you made it yourself."),
}

SLIPS = {
    Slip.NOT_DIGITS: _("Only digits stand in this number."),
    Slip.LENGTH: _("The number of digits is wrong: some are missing or too many."),
    Slip.CHECK_DIGIT: _("A digit is mistyped: the check digit does not agree."),
}

# By allauth's names. What is not listed is not said: the page itself shows it.
NOTICES = {
    "account/messages/logged_out.txt": _("You have signed out."),
    "account/messages/email_confirmed.txt": _("The address {email} is confirmed."),
    "account/messages/password_changed.txt": _("The password is changed."),
    "account/messages/password_set.txt": _("The password is set."),
    "mfa/messages/webauthn_added.txt": _("The passkey is added."),
    "mfa/messages/webauthn_removed.txt": _("The passkey is removed."),
    "usersessions/messages/sessions_logged_out.txt": _("All other devices are signed out."),
}

# Ways to confirm that it is really you, by allauth's names, the handiest first.
CONFIRMATIONS = {
    "mfa_reauthenticate:webauthn": _("Use the passkey"),
    "reauthenticate": _("Enter the password"),
    "mfa_reauthenticate": _("Enter a spare code"),
}

SIGN_IN_ERRORS = {
    "account_inactive": _("This account is closed."),
    "duplicate_email": _("This is the address you have already."),
    "email_password_mismatch": _("The e-mail or the password is wrong."),
    "email_taken": _("Somebody has already signed up with this address."),
    "enter_current_password": _("This is not your present password."),
    "incorrect_code": _("The code is wrong. Look at the last letter: only its code works."),
    "incorrect_password": _("The password is wrong."),
    "rate_limited": _("Too often. Wait a minute and try again."),
    "same_as_current": _("This is the address you have already."),
    "too_many_login_attempts": _("Too many attempts. Wait five minutes and try again."),
}

SIGNED_IN_BY_PAPER = _(
    "You are in, and this phone remembers you for two months. The code does not work again: to be "
    "able to come back from anywhere, press your initials at the top and add a fingerprint or an "
    "e-mail address."
)
