"""What comes in by forms: about oneself, and what staff write down about others."""

from .accounts import (
    ChangePasswordForm,
    HelperForm,
    NameForm,
    PaperCodeForm,
    ReplacePasswordForm,
    SetPasswordForm,
    SignUpForm,
)
from .register import (
    FindForm,
    FindPeopleForm,
    NewOrganisationForm,
    NewPersonForm,
    OfficeForm,
    OrganisationForm,
    PersonForm,
    RoleForm,
)

__all__ = [
    "ChangePasswordForm",
    "FindForm",
    "FindPeopleForm",
    "HelperForm",
    "NameForm",
    "NewOrganisationForm",
    "NewPersonForm",
    "OfficeForm",
    "OrganisationForm",
    "PaperCodeForm",
    "PersonForm",
    "ReplacePasswordForm",
    "RoleForm",
    "SetPasswordForm",
    "SignUpForm",
]
