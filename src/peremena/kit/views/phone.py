"""What a phone asks for to work without a network: the keeper, the list of pages, the manifest."""

import json

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from peremena.kit import keeping, release

GONE = """// Switched off: drops what was kept and goes.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) await caches.delete(name);
  await registration.unregister();
})()));
"""


@require_GET
def keeper(_request: HttpRequest) -> HttpResponse:
    """The service worker; each release has its own, and one that removes itself if switched off."""
    response = HttpResponse(
        keeper_text() if settings.OFFLINE else GONE, content_type="text/javascript; charset=utf-8"
    )
    response.headers["Cache-Control"] = "no-cache"
    return response


def keeper_text() -> str:
    current = release.current()
    told = {
        "RELEASE": current.name,
        "SHELL": current.files,
        "FILES": settings.STATIC_URL,
        "LISTED": reverse("kept_pages"),
        "PHONE": reverse("phone"),
    }
    constants = [f"const {name} = {json.dumps(value)};\n" for name, value in told.items()]
    return "".join(constants) + release.KEEPER.read_text(encoding="utf-8")


@never_cache
@require_GET
def kept_pages(request: HttpRequest) -> JsonResponse:
    """Which pages this person's phone should have, with stamps; nothing for a visitor."""
    person = request.user
    listed = list(keeping.pages_for(person)) if person.is_authenticated else []
    look = f"{release.current().name}.{get_language()}.{request.COOKIES.get('theme', '')}"
    response = JsonResponse(
        {
            "pages": [
                {
                    "address": page.address,
                    "stamp": page.stamp and f"{look}.{page.stamp}",
                }
                for page in listed
            ]
        }
    )
    who = str(person.pk) if person.is_authenticated else keeping.NOBODY
    response.headers[keeping.PERSON] = who
    return response


@keeping.kept_on_phones(keeping.Kind.PAGE)
@require_GET
def phone(request: HttpRequest) -> HttpResponse:
    """What lies on this phone: changes that wait, pages that open. Its script fills it in."""
    return render(request, "kit/phone.html")


@require_GET
def manifest(_request: HttpRequest) -> JsonResponse:
    """By which the site is put on the first screen of a phone."""
    icons = [("192", "any"), ("512", "any"), ("512", "maskable")]
    told = {
        "id": "/",
        "name": _("Peremena — school of leaders"),
        "short_name": _("Peremena"),
        "lang": get_language(),
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": "#f7f4ec",
        "theme_color": "#f7f4ec",
        "icons": [
            {
                "src": static(f"kit/icons/{purpose}-{size}.png"),
                "sizes": f"{size}x{size}",
                "type": "image/png",
                "purpose": purpose,
            }
            for size, purpose in icons
        ],
    }
    return JsonResponse(told, content_type="application/manifest+json")
