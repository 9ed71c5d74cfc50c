"""What the web server loads."""

import os

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "peremena.config.settings")


def refuse_a_public_secret() -> None:
    """With a secret that everybody knows, anybody could sign in as anybody."""
    if settings.SECRET_KEY == settings.PUBLIC_SECRET and not settings.DEBUG:
        raise ImproperlyConfigured(
            "Set PEREMENA_SECRET_KEY to a long random line, or start with ./peremena serve."
        )


refuse_a_public_secret()
application = get_wsgi_application()
