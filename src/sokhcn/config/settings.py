"""Settings, read from the environment: SOKHCN_MODE, SOKHCN_HOME, SOKHCN_SECRET_KEY, SOKHCN_HOSTS, and the database by
DATABASE_URL or SOKHCN_DATABASE."""

import os
from datetime import timedelta
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from sokhcn.config.database import database

MODE = os.environ.get("SOKHCN_MODE", "demo")
if MODE not in ("demo", "production"):
    raise ImproperlyConfigured(f"SOKHCN_MODE là “{MODE}”; chỉ nhận demo hoặc production.")
DEMO = MODE == "demo"
HOME = Path(os.environ.get("SOKHCN_HOME", Path.cwd()))
VAR = HOME / "var"
PACKAGE = Path(__file__).resolve().parent.parent

DEBUG = False
SECRET_KEY = os.environ.get("SOKHCN_SECRET_KEY", "demo-only-not-a-secret" if DEMO else "")
ALLOWED_HOSTS = os.environ.get("SOKHCN_HOSTS", "localhost 127.0.0.1 [::1]" if DEMO else "").split()

AREAS = (
    "advice",
    "programme",
    "reform",
    "research",
    "support",
    "radiation",
    "inspection",
    "metrology",
)

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "django_tables2",
    "django_filters",
    "rules.apps.AutodiscoverRulesConfig",
    "sokhcn.records",
    "sokhcn.people",
    *(f"sokhcn.areas.{name}" for name in AREAS),
    "sokhcn.reports",
    "sokhcn.interfaces.web",
    "axes",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "sokhcn.interfaces.web.protection.content_policy",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "sokhcn.interfaces.web.protection.chosen_language",
    "django.middleware.common.CommonMiddleware",
    "sokhcn.interfaces.web.unwritable.no_nul",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "sokhcn.interfaces.web.resuming.SignInFirst",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "axes.middleware.AxesMiddleware",
    "sokhcn.interfaces.web.afterwards.issued_figures",
]

ROOT_URLCONF = "sokhcn.config.urls"
WSGI_APPLICATION = "sokhcn.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [("django.template.loaders.cached.Loader", ["sokhcn.interfaces.web.loading.Unindented"])],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "sokhcn.interfaces.web.frame.frame",
            ],
        },
    }
]

DATABASES = {"default": database(os.environ, VAR / ("demo.sqlite3" if DEMO else "sokhcn.sqlite3"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "rules.permissions.ObjectPermissionBackend",
    "sokhcn.people.backends.Passwords",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
PASSWORD_RESET_TIMEOUT = 86_400  # how long a link to set one's password holds, in seconds
SESSION_COOKIE_AGE = 43_200  # a working day

# Who guesses the password of one person at one place waits; a whole office may share one address.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "sokhcn.interfaces.web.entrance.locked_out"
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

# The second step of signing in; nobody signs up, and no mail is sent.
ACCOUNT_ADAPTER = "sokhcn.interfaces.web.adapters.Accounts"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_REAUTHENTICATION_METHODS = ["password"]
MFA_ADAPTER = "sokhcn.interfaces.web.adapters.SecondSteps"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_ISSUER = "Sổ KH&CN"
MFA_TOTP_TOLERANCE = 1
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEMO  # a demonstration runs on this machine, without HTTPS
CSRF_FAILURE_VIEW = "sokhcn.interfaces.web.errors.stale_form"
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "login"

# A block pasted from Excel comes with its table as HTML: as much may come that way as in a file.
DATA_UPLOAD_MAX_MEMORY_SIZE = 30_000_000

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LANGUAGE_COOKIE_AGE = 31_536_000  # a year, as the theme is kept
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True

STATIC_URL = "/static/"
# Without a folder of collected files a demonstration serves the packages' own.
STATIC_ROOT = None if DEMO else VAR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEMO
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = DEMO

X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
if not DEMO:
    SECURE_SSL_REDIRECT = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    LANGUAGE_COOKIE_SECURE = True

DJANGO_TABLES2_TEMPLATE = "web/table.html"
SILENCED_SYSTEM_CHECKS: list[str] = []
