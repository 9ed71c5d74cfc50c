"""A person gets a post in a territory, takes it over, leaves it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from peremena.kit.refusals import status_of, told_in
from peremena.people.abilities import Ability
from peremena.people.access import PersonRequest, signed_in
from peremena.people.models import Person
from peremena.places.forms.posts import EndForm, PostForm
from peremena.places.models import Territory
from peremena.places.queries import posts as queries
from peremena.places.services import posts as services
from peremena.places.services.posts import Office


@signed_in
@require_safe
def choose(request: PersonRequest, pk: int) -> HttpResponse:
    """First the territory."""
    person = get_object_or_404(Person.objects.kept_by(request.user), pk=pk)
    find = request.GET.get("find", "")
    territories = queries.territories(request.user, find)
    context = {"person": person, "find": find, "territories": territories}
    return render(request, "places/choose_post.html", context)


@signed_in
@require_http_methods(["GET", "POST"])
def give(request: PersonRequest, pk: int, territory: int) -> HttpResponse:
    person = get_object_or_404(Person.objects.kept_by(request.user), pk=pk)
    place = get_object_or_404(Territory.objects.select_related("district"), pk=territory)
    head = queries.head_post(place)
    centres = request.user.centres_with(Ability.KEEP_PEOPLE)
    leaver = head.person if head and head.person_id != person.pk else None
    form = PostForm(request.POST or None, centres=centres, head=leaver)
    if form.is_valid():
        said = form.cleaned_data
        takes_over = said.pop("takes_over", False)
        deed = services.hand_over if takes_over else services.give_post
        with told_in(form):
            deed(person, place, Office(**said), by=request.user, now=timezone.now())
            messages.success(request, _("The post is written down."))
            return redirect("desk:person", person.pk)
    context = {"person": person, "territory": place, "head": head, "form": form}
    return render(request, "places/give_post.html", context, status=status_of(form))


@signed_in
@require_http_methods(["GET", "POST"])
def end(request: PersonRequest, post: int) -> HttpResponse:
    found = get_object_or_404(
        queries.kept(request.user).select_related("person", "territory"), pk=post
    )
    form = EndForm(request.POST or None, initial={"on": timezone.localdate()})
    if form.is_valid():
        with told_in(form):
            services.end_post(found, by=request.user, **form.cleaned_data)
            messages.success(request, _("The post has ended."))
            return redirect("desk:person", found.person_id)
    context = {"post": found, "form": form}
    return render(request, "places/end_post.html", context, status=status_of(form))
