"""Where people sign in and keep their account. Only the pages of allauth that we need."""

from allauth.account import views as accounts
from allauth.mfa.base import views as second_step
from allauth.mfa.recovery_codes import views as spare_codes
from allauth.mfa.webauthn import views as keys
from django.conf import settings
from django.urls import URLPattern, path

from .views import accounts as pages
from .views import consents, organisations, paper_codes, register

# allauth sends people to `account_login`; in our house that is the code from a letter.
urlpatterns: list[URLPattern] = [
    path("sign-in/", accounts.request_login_code, name="account_login"),
    path("sign-in/", accounts.request_login_code, name="account_request_login_code"),
    path("sign-in/code/", accounts.confirm_login_code, name="account_confirm_login_code"),
    path("sign-in/password/", accounts.login, name="sign_in_by_password"),
    path("sign-in/key/", keys.login_webauthn, name="mfa_login_webauthn"),
    path("sign-in/second-step/", second_step.authenticate, name="mfa_authenticate"),
    path("sign-in/closed/", accounts.account_inactive, name="account_inactive"),
    path("sign-in/paper/", paper_codes.sign_in, name="paper_sign_in"),
    path("sign-out/", accounts.logout, name="account_logout"),
    path("sign-up/", accounts.signup, name="account_signup"),
    path("sign-up/code/", accounts.email_verification_sent, name="account_email_verification_sent"),
    path("password/", accounts.password_reset, name="account_reset_password"),
    path(
        "password/code/",
        accounts.confirm_password_reset_code,
        name="account_confirm_password_reset_code",
    ),
    path("password/new/", accounts.complete_password_reset, name="account_complete_password_reset"),
    path("me/", pages.account, name="account"),
    path("me/e-mail/", accounts.email, name="account_email"),
    path("me/password/", accounts.password_change, name="account_change_password"),
    path("me/password/new/", accounts.password_set, name="account_set_password"),
    path("me/keys/", keys.list_webauthn, name="mfa_list_webauthn"),
    path("me/keys/", keys.list_webauthn, name="mfa_index"),
    path("me/keys/add/", pages.add_key, name="mfa_add_webauthn"),
    path("me/keys/<int:pk>/remove/", keys.remove_webauthn, name="mfa_remove_webauthn"),
    path("me/spare-codes/", spare_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "me/spare-codes/new/",
        spare_codes.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path("me/devices/", pages.devices, name="usersessions_list"),
    path("me/again/password/", accounts.reauthenticate, name="account_reauthenticate"),
    path("me/again/code/", second_step.reauthenticate, name="mfa_reauthenticate"),
    path("me/again/key/", keys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("me/consents/", consents.consents, name="consents"),
    path("me/consents/<slug:purpose>/give/", consents.give, name="give_consent"),
    path("me/consents/<slug:purpose>/withdraw/", consents.withdraw, name="withdraw_consent"),
    path("consents/<int:pk>/scan/", consents.scan, name="consent_scan"),
    path("consents/<slug:purpose>/form/", consents.empty_form, name="consent_form"),
    path("people/<int:pk>/consents/", consents.consents_of, name="consents_of"),
    path("people/<int:pk>/consents/<slug:purpose>/form/", consents.form_of, name="consent_form_of"),
    path(
        "people/<int:pk>/consents/<slug:purpose>/give/",
        consents.enter_consent,
        name="enter_consent",
    ),
    path(
        "people/<int:pk>/consents/<slug:purpose>/withdraw/",
        consents.enter_withdrawal,
        name="enter_withdrawal",
    ),
    path("people/", register.people, name="people"),
    path("people/new/", register.add, name="add_person"),
    path("people/<int:pk>/edit/", register.edit, name="edit_person"),
    path("people/<int:pk>/roles/", register.give_role, name="give_role"),
    path("people/<int:pk>/roles/<int:held>/take/", register.take_role, name="take_role"),
    path("people/<int:pk>/paper-code/", paper_codes.make, name="make_paper_code"),
    path("paper-codes/", paper_codes.paper_codes, name="paper_codes"),
    path("paper-codes/<int:pk>/confirm/", paper_codes.confirm, name="confirm_paper_code"),
    path("paper-codes/<int:pk>/slip/", paper_codes.slip, name="paper_code_slip"),
    path("paper-codes/<int:pk>/withdraw/", paper_codes.withdraw, name="withdraw_paper_code"),
    path("organisations/", organisations.organisations, name="organisations"),
    path("organisations/new/", organisations.add, name="add_organisation"),
    path("organisations/<int:pk>/", organisations.organisation, name="organisation"),
    path("roles/", register.offices, name="offices"),
    path("roles/<int:held>/take/", register.take_office, name="take_office"),
]

if settings.DEMONSTRATION:
    urlpatterns += [
        path("demonstration/", pages.demonstration, name="demonstration"),
        path("demonstration/<int:pk>/", pages.sign_in_as, name="sign_in_as"),
    ]
