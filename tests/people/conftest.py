"""Passkeys and spare codes, made without a device."""

import json
from pathlib import Path

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

KEY = Path(__file__).with_name("passkey.json")


@pytest.fixture
def passkey():
    def add(person):
        data = {"name": "Chrome, Android", "credential": json.loads(KEY.read_text())}
        return Authenticator.objects.create(
            user=person, type=Authenticator.Type.WEBAUTHN, data=data
        )

    return add


@pytest.fixture
def spare_codes():
    def make(person):
        return RecoveryCodes.activate(person).get_unused_codes()

    return make
