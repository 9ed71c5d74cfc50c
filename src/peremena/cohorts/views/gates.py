"""Gates of a cohort: their days and what they ask. Who stands where is composed in desk."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from peremena.cohorts import services
from peremena.cohorts.forms import gates as forms
from peremena.cohorts.models import Cohort, Gate, PlanStep
from peremena.people.access import PersonRequest, signed_in


@signed_in
@require_http_methods(["GET", "POST"])
def gates(request: PersonRequest, pk: int) -> HttpResponse:
    """All gates; as long as there are none, their usual conditions need only three days."""
    cohort = get_object_or_404(Cohort.objects.run_by(request.user), pk=pk)
    form = forms.UsualGatesForm(cohort, request.POST or None)
    if form.is_valid():
        services.gates.open_usual_gates(cohort, form.days, by=request.user)
        return redirect("cohorts:gates", cohort.pk)
    context = {"cohort": cohort, "gates": cohort.gates.order_by("number"), "form": form}
    return render(request, "cohorts/gates.html", context, status=422 if form.errors else 200)


@signed_in
@require_http_methods(["GET", "POST"])
def edit(request: PersonRequest, pk: int) -> HttpResponse:
    gate = get_object_or_404(Gate.objects.run_by(request.user), pk=pk)
    known = {"title": gate.title, "due_on": gate.due_on}
    form = forms.GateForm(request.POST or None, initial=known)
    rows = forms.ConditionRows(request.POST or None, initial=forms.of_gate(gate))
    if form.is_valid() and rows.is_valid():
        asked = forms.conditions(rows)
        services.gates.change_gate(gate, conditions=asked, by=request.user, **form.cleaned_data)
        return redirect(gate)
    status = 422 if form.is_bound else 200
    context = {"gate": gate, "form": form, "rows": rows}
    return render(request, "cohorts/gate_form.html", context, status=status)


@signed_in
@require_POST
def tick(request: PersonRequest, pk: int) -> HttpResponse:
    """A step of a plan is done: said by the person whose plan it is, or by staff."""
    mine = PlanStep.objects.of(request.user) | PlanStep.objects.filter(
        pk__in=PlanStep.objects.run_by(request.user).values("pk")
    )
    step = get_object_or_404(mine.select_related("enrolment"), pk=pk)
    is_done = request.POST.get("done") != "no"
    today = timezone.localdate()
    services.gates.tick(step, is_done=is_done, by=request.user, today=today)
    if step.enrolment.person_id == request.user.pk:
        return redirect("desk:path")
    return redirect(step.enrolment)


@signed_in
@require_POST
def drop(request: PersonRequest, pk: int) -> HttpResponse:
    step = get_object_or_404(PlanStep.objects.run_by(request.user), pk=pk)
    services.gates.drop_step(step, by=request.user)
    return redirect(step.enrolment)
