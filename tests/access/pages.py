"""Every page of the product, taken from the table: whoever adds an address adds it to all walks."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from .test_access import arguments, rows, sent
from .world import World

# The first of them who gets the page is shown it.
WHO = ("leader", "staff", "admin", "visitor", "adviser")

DOWNLOADS = {
    "cohorts:certificate_paper", "cohorts:certificates", "consent_form", "consent_form_of",
    "consent_scan", "contests:file", "contests:paper", "impact:evidence", "impact:export",
    "impact:export_indicators", "impact:proof",
    "intake:notice", "intake:table", "places:card", "places:export", "places:import_template",
    "places:resource_photo", "projects:letter", "projects:letters", "projects:paper",
    "projects:to_file",
    "lessons:day", "lessons:feed", "lessons:material", "lessons:pack", "lessons:table",
    "lessons:paper_list", "lessons:sheet_photo",
}  # fmt: skip
FOR_MACHINES = {"alive", "at_work", "favicon", "keeper", "kept_pages", "manifest", "robots"}
# Never a page by itself: it leads on, or comes only in the middle of signing in.
LEADS_ON = {
    "account_complete_password_reset", "account_change_password", "intake:begin", "set_language",
    "lessons:here_by",
}  # fmt: skip
WHILE_SIGNING_IN = {
    "account_confirm_login_code", "account_confirm_password_reset_code",
    "account_email_verification_sent", "account_reauthenticate", "mfa_authenticate",
    "mfa_login_webauthn", "mfa_reauthenticate", "mfa_reauthenticate_webauthn",
    "mfa_remove_webauthn", "mfa_view_recovery_codes",
}  # fmt: skip
NEEDS_A_DECISION = {"contests:after", "impact:correct"}
PARTS = {"intake:territories", "projects:here"}  # pieces of a page that a script asks for
FOR_DEVELOPERS = {"gallery"}  # has a walk of its own
NOT_PAGES = (
    DOWNLOADS | FOR_MACHINES | LEADS_ON | WHILE_SIGNING_IN
    | NEEDS_A_DECISION | PARTS | FOR_DEVELOPERS
)  # fmt: skip


@dataclass(frozen=True)
class Shown:
    """`who`: of the world's people; "" when nobody there gets it: then it needs a reason above."""

    name: str
    who: str

    def address(self, world: World) -> str:
        asked = urlencode(sent(self.name, world))
        address = reverse(self.name, kwargs=arguments(self.name, world))
        return f"{address}?{asked}" if asked else address


def pages() -> list[Shown]:
    asked = [row for row in rows() if row.method == "GET" and row.name not in NOT_PAGES]
    return [
        Shown(row.name, next((who for who in WHO if row.expected[who] == "200"), ""))
        for row in asked
    ]
