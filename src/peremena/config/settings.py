"""One settings file; what differs between installations comes from the environment."""

from pathlib import Path

import environ
from csp.constants import NONE, SELF

from peremena.kit.headers import for_file

env = environ.Env()

ROOT = Path(__file__).resolve().parents[3]
STATE = Path(env.str("PEREMENA_STATE", str(ROOT / "var")))

DEBUG = env.bool("PEREMENA_DEBUG", default=False)
DEMONSTRATION = env.bool("PEREMENA_DEMONSTRATION", default=False)
PUBLIC_SECRET = "only-for-this-machine"  # noqa: S105 -- known to everybody; no server starts with it
SECRET_KEY = env.str("PEREMENA_SECRET_KEY", default=PUBLIC_SECRET)
ALLOWED_HOSTS = env.list("PEREMENA_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
SITE_ADDRESS = env.str("PEREMENA_ADDRESS", default="http://127.0.0.1:8000")
CSRF_TRUSTED_ORIGINS = [SITE_ADDRESS]

INSTALLED_APPS = [  # ours first: our words and templates go before those of the libraries
    "peremena.kit",
    "peremena.journal",
    "peremena.mail",
    "peremena.people",
    "peremena.drafts",
    "peremena.places",
    "peremena.projects",
    "peremena.cohorts",
    "peremena.intake",
    "peremena.lessons",
    "peremena.contests",
    "peremena.impact",
    "peremena.desk",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "template_partials.apps.SimpleAppConfig",
]

MIDDLEWARE = [
    "whitenoise.middleware.WhiteNoiseMiddleware",  # first: files need no headers of pages
    "django.middleware.security.SecurityMiddleware",
    "peremena.kit.compression.CompressionMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "peremena.kit.language.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "peremena.kit.sizes.SizeMiddleware",
    "peremena.kit.keeping.PhoneMiddleware",
    "peremena.kit.refusals.RefusalMiddleware",
]

ROOT_URLCONF = "peremena.config.urls"
WSGI_APPLICATION = "peremena.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "builtins": [
                "template_partials.templatetags.partials",
                "django.templatetags.i18n",
                "peremena.kit.templatetags.kit",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "peremena.kit.context.frame",
            ],
            "loaders": [
                (
                    "template_partials.loader.Loader",
                    [
                        (
                            "django.template.loaders.cached.Loader",
                            ["peremena.kit.loaders.Spared"],
                        )
                    ],
                )
            ],
        },
    },
]

DATABASES = {
    "default": env.db_url("DATABASE_URL", default=f"sqlite:///{STATE / 'peremena.sqlite3'}")
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        # FULL: what a page calls saved is on the disk, even if the power goes in that moment.
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
        "PRAGMA foreign_keys=ON; PRAGMA cache_size=-20000; PRAGMA temp_store=MEMORY;"
        "PRAGMA mmap_size=134217728; PRAGMA journal_size_limit=67108864;",
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 60
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    # Rate limits of sign-in live here and must be one for all processes.
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
    }
}

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

CENTRE_NAME = env.str("PEREMENA_CENTRE", default="Центр")  # until its staff give it a name
POST_TITLE = env.str("PEREMENA_POST", default="руководитель территории")  # what heads are called

# Texts of consents, a file a purpose; a centre's lawyer writes its own beside the program.
CONSENT_TEXTS = Path(
    env.str("PEREMENA_CONSENTS", str(ROOT / "src" / "peremena" / "people" / "data" / "consents"))
)

LANGUAGE_CODE = "ru"
LANGUAGES = [("ru", "Русский"), ("en", "English")]
LOCALE_PATHS = [ROOT / "src" / "peremena" / "config" / "locale"]
TIME_ZONE = "Asia/Omsk"
USE_TZ = True
USE_THOUSAND_SEPARATOR = True

NAVIGATION = "peremena.desk.navigation.places"  # kit shows what the desk says

OFFLINE = env.bool("PEREMENA_OFFLINE", default=True)  # off: phones drop what they keep
KEPT = [  # which pages of each room a person's phone fetches beforehand
    "peremena.desk.queries.kept.pages",
    "peremena.projects.queries.kept.pages",
    "peremena.places.queries.kept.pages",
    "peremena.lessons.queries.kept.pages",
]
BESIDE = {  # what upper rooms say on pages of lower ones, by the page
    "projects:section": ["peremena.lessons.beside.on_section"],
    "places:block": ["peremena.lessons.beside.on_block"],
    "places:resources": ["peremena.lessons.beside.on_resources"],
}
SENDERS = [  # scripts that send what waits on a phone
    "drafts/outbox.js",
    "kit/scripts/parcels.js",
]

STATIC_URL = "static/"
STATIC_ROOT = STATE / "static"
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_ADD_HEADERS_FUNCTION = for_file
MEDIA_ROOT = STATE / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "peremena.kit.storage.StaticFiles"},
}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "base-uri": [NONE],
        "connect-src": [SELF],
        "font-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
    }
}
SECURE_HTTPS = SITE_ADDRESS.startswith("https://")
SECURE_SSL_REDIRECT = False  # the proxy in front does it; see docs/running
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE_HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if SECURE_HTTPS else 0
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_HTTPS
SESSION_COOKIE_AGE = 60 * 60 * 24 * 60
X_FRAME_OPTIONS = "DENY"
LARGEST_REQUEST = 12 * 1024 * 1024  # a photo as a telephone takes it
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

APPLICATIONS_KEPT = env.int("PEREMENA_APPLICATIONS_KEPT", default=365)  # days after the call closes

DEFAULT_FROM_EMAIL = env.str("PEREMENA_FROM", default="Перемена <school@localhost>")
if smtp := env.str("PEREMENA_SMTP", default=""):
    globals().update(env.email_url_config(smtp))
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = STATE / "letters"
EMAIL_TIMEOUT = 10

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"

# Signing in (allauth): a code from a letter first; whoever wants it sets a password or a passkey.
A_QUARTER_OF_AN_HOUR = 15 * 60  # village mail is not always quick
ACCOUNT_ADAPTER = "peremena.people.adapters.AccountAdapter"
ACCOUNT_FORMS = {
    "signup": "peremena.people.forms.SignUpForm",
    "change_password": "peremena.people.forms.ChangePasswordForm",
    "set_password": "peremena.people.forms.SetPasswordForm",
    "reset_password_from_key": "peremena.people.forms.ReplacePasswordForm",
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1"]
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = A_QUARTER_OF_AN_HOUR
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_CHANGE = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = A_QUARTER_OF_AN_HOUR
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_ON_PASSWORD_RESET = True
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = A_QUARTER_OF_AN_HOUR
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_RATE_LIMITS = {  # a whole lesson of thirty signs in at once from one address
    "login": "60/m/ip",
    "request_login_code": "60/m/ip,3/m/key",
    "signup": "60/m/ip",
    "paper_code": "60/h/ip,5/h/key",
    "helper_address": "10/h/user",
    "application_code": "30/h/ip",
    "begin_application": "60/h/ip",
    "wall_code": "120/h/ip",
    "wall_name": "120/h/ip",
}
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if SECURE_HTTPS else 0
ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "dashed": False, "length": 6}
MFA_ADAPTER = "peremena.people.adapters.KeyAdapter"
MFA_SUPPORTED_TYPES = ["webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = SITE_ADDRESS.startswith(("http://localhost", "http://127."))

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
