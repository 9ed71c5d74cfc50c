"""How often letters come: chosen by oneself, or stopped by the link in a letter."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from . import letters, queries, services
from .forms import WishesForm
from .models import Wishes
from .rules import Wish


@login_required
@require_http_methods(["GET", "POST"])
def wishes(request: HttpRequest) -> HttpResponse:
    own = queries.wishes_of(request.user)
    initial = {name: getattr(own, name) for name in WishesForm.base_fields}
    form = WishesForm(request.POST or None, initial=initial | {"wish": own.effective})
    if form.is_valid():
        services.change(request.user, now=timezone.now(), **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("mail:wishes")
    return render(request, "mail/wishes.html", {"form": form, "wishes": own})


@csrf_exempt  # mail programs send it by themselves; the signature in the address is the proof
@require_http_methods(["GET", "POST"])
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Without signing in. The page names nobody: a letter may have been passed on."""
    person = letters.whose(token)
    if person is None:
        raise Http404
    if request.method == "POST":
        if request.POST.get("do") == "again":
            services.resume(person)
        else:
            services.stop(person, now=timezone.now())
        return redirect("mail:stop", token)
    own = Wishes.objects.filter(person_id=person).first()
    stopped = own is not None and own.effective is Wish.NONE
    return render(request, "mail/stop.html", {"token": token, "stopped": stopped})
