"""What staff say of a post."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from peremena.people import queries as people
from peremena.people.models import Organisation, Person


class PostForm(forms.Form):
    title = forms.CharField(
        label=_("What the post is called"),
        max_length=160,
        help_text=_("As people call it: the name may change, the passport stays."),
    )
    is_head = forms.BooleanField(label=_("Heads the territory"), required=False, initial=True)
    since = forms.DateField(
        label=_("Since which day"),
        required=False,
        help_text=_("If nobody knows, leave it empty."),
        widget=forms.DateInput,
    )
    organisation = forms.CharField(
        label=_("Organisation, if any"),
        max_length=120,
        required=False,
        help_text=_("A part of its name, its ИНН or ОГРН, as in the list of organisations."),
    )
    takes_over = forms.BooleanField(label=_("The post is handed over"), required=False)

    def __init__(self, *args: Any, centres: tuple[int, ...], head: Person | None, **more: Any):
        more.setdefault("initial", {"title": settings.POST_TITLE})
        super().__init__(*args, **more)
        self.centres = centres
        if head is None:
            del self.fields["takes_over"]
        else:
            self.fields["takes_over"].label = _("The post is handed over by %(name)s") % {
                "name": head.full_name
            }

    def clean_organisation(self) -> Organisation | None:
        """The one that is meant; where several could be, their names help to say which."""
        text = self.cleaned_data["organisation"]
        if not text.strip():
            return None
        found = people.organisations_named(text, self.centres)
        if len(found) == 1:
            return found[0]
        if not found:
            raise forms.ValidationError(_("There is no such organisation in the list. Add it."))
        names = "; ".join(str(one) for one in found)
        raise forms.ValidationError(
            _("Several have such a name: %(names)s. Write more of it.") % {"names": names}
        )


class EndForm(forms.Form):
    on = forms.DateField(label=_("Last day in the post"), widget=forms.DateInput)
