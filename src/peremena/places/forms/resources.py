"""What people send about a resource; only the title must be there."""

import re
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from peremena.drafts import words as drafts
from peremena.drafts.history import HEARD, Source
from peremena.kit import parcels
from peremena.kit.files import Examined, examined_photo
from peremena.kit.refusals import Refused
from peremena.people.models import Person
from peremena.places import sayings, words
from peremena.places.models import Resource, Territory, Village
from peremena.places.rules import Layer
from peremena.places.services.resources import Known, Theirs, Told
from peremena.places.showing import Faces

POINT = re.compile(r"(-?\d{1,3}(?:[.,]\d+)?)\s*[;,\s]\s*(-?\d{1,3}(?:[.,]\d+)?)")
PHOTOS = "image/jpeg,image/png,image/webp"


class PhotoField(forms.FileField):
    def clean(self, data: Any, initial: Any = None) -> Examined | None:
        upload = super().clean(data, initial)
        if not isinstance(upload, UploadedFile):
            return None
        try:
            return examined_photo(upload)
        except Refused as error:
            raise forms.ValidationError(str(error.reason)) from error


class ResourceForm(forms.Form):
    title = forms.CharField(label=_("What do you call it?"), max_length=200)
    story = forms.CharField(
        label=_("Tell about it"),
        help_text=_("As you would tell a guest: two or three sentences are enough."),
        max_length=4000,
        required=False,
        widget=forms.Textarea,
    )
    village = forms.ModelChoiceField(
        label=_("Village"),
        queryset=Village.objects.none(),
        required=False,
        empty_label=_("anywhere in the territory"),
    )
    whereabouts = forms.CharField(
        label=_("How to find it"),
        help_text=_("In words: “near the school”, “behind the old mill”."),
        max_length=200,
        required=False,
    )
    point = forms.CharField(
        label=_("Point on the map"),
        help_text=_("Latitude and longitude, such as 55.1234, 73.3821, from any map."),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"data-point": ""}),
    )
    season = forms.CharField(
        label=_("When is it there?"),
        help_text=_("“All year”, “Shrovetide, February or March”, “July: haymaking”."),
        max_length=120,
        required=False,
    )
    owner = forms.CharField(
        label=_("Whose is it?"),
        help_text=_("Only those who read the passport see this."),
        max_length=200,
        required=False,
    )
    photo = PhotoField(
        label=_("Photo"),
        help_text=_("Up to 10 MB. Place and device are taken out of it."),
        required=False,
        widget=forms.FileInput(attrs={"accept": PHOTOS}),
    )
    faces = forms.ChoiceField(
        label=_("Are there people in the photo who can be recognised?"),
        choices=[(str(faces), text) for faces, text in sayings.FACES.items()],
        required=False,
        widget=forms.RadioSelect,
    )
    layer = forms.ChoiceField(
        label=_("Where does it belong?"),
        choices=[(layer.value, name) for layer, name in words.LAYERS.items()],
    )

    operation = forms.RegexField(r"^[\w-]{8,40}$", required=False, widget=forms.HiddenInput)
    seen = forms.IntegerField(
        required=False, min_value=0, max_value=2**62, widget=forms.HiddenInput
    )
    insists = forms.RegexField(
        r"^([a-z]+\.\d{1,18}( |$))*$", required=False, widget=forms.HiddenInput
    )
    sent = forms.RegexField(r"^[\w -]{8,900}$", required=False, widget=forms.HiddenInput)

    heard = forms.ChoiceField(
        label=_("How do you know what to write?"),
        choices=[(one.value, drafts.SOURCES[one]) for one in Source if one in HEARD],
        required=False,
        widget=forms.RadioSelect,
    )

    def __init__(
        self, *arguments: Any, territory: Territory, behalf: Person | None = None, **options: Any
    ) -> None:
        """`behalf`: the head for whom somebody else writes; only then is asked how they know."""
        super().__init__(*arguments, **options)
        self.behalf = behalf
        if behalf is None:
            del self.fields["heard"]
        villages = territory.places.order_by("name")
        field = self.fields["village"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = villages

    def clean_point(self) -> tuple[float, float] | None:
        text = self.cleaned_data["point"].strip()
        if not text:
            return None
        found = POINT.fullmatch(text)
        north, east = (float(one.replace(",", ".")) for one in found.groups()) if found else (99, 0)
        if abs(north) > 90 or abs(east) > 180:
            raise forms.ValidationError(_("Write two numbers, such as 55.1234, 73.3821."))
        return north, east

    def clean_insists(self) -> dict[str, int]:
        pairs = (one.split(".") for one in self.cleaned_data["insists"].split())
        return {name: int(edit) for name, edit in pairs}

    def clean_sent(self) -> tuple[str, ...]:
        return tuple(self.cleaned_data["sent"].split())

    @property
    def known(self) -> Known:
        given = self.cleaned_data
        return Known(given["seen"], given["insists"], given["sent"])

    @property
    def key(self) -> str:
        """The same words and photo sent again by the same page have the same one."""
        said = dict(self.cleaned_data)
        photo = said.pop("photo", None)
        operation = said.pop("operation")
        return parcels.key(operation, [*said.values(), photo and photo.sha256])

    def quarrel(self, name: str, theirs: Theirs) -> None:
        """Both words stand there; sent once more, the person's own stay."""
        insists = self.cleaned_data["insists"] = self.cleaned_data["insists"] | {name: theirs.edit}
        told = " ".join(f"{one}.{edit}" for one, edit in insists.items())
        self.data = {one: self.data[one] for one in self.data} | {"insists": told}
        self.add_error(name, self.quarrel_in_words(name, theirs))

    def quarrel_in_words(self, name: str, theirs: Theirs) -> str:
        who, said = theirs.by, self.in_words(name, theirs.said)
        if name == "photo":
            return _("Meanwhile %(who)s has put another photo. Choose yours anew to keep it.") % {
                "who": who
            }
        if not said:
            return _(
                "Meanwhile %(who)s has changed this. Send yours once more, and yours stays."
            ) % {"who": who}
        return _(
            "Meanwhile %(who)s has written: “%(said)s”. Send yours once more, and yours stays."
        ) % {"who": who, "said": said}

    def in_words(self, name: str, said: Any) -> str:
        if name == "layer":
            return str(words.LAYERS[Layer(said)])
        if name == "village":
            return str(Village.objects.filter(pk=said).first() or "")
        if name == "point":
            return ", ".join(f"{one:.5f}" for one in said or ())
        return str(said)

    def told(self) -> Told:
        given = dict(self.cleaned_data)
        north, east = given.pop("point") or (None, None)
        faces = given.pop("faces")
        for name in ("heard", "operation", "seen", "insists", "sent"):
            given.pop(name, None)
        return Told(
            latitude=north,
            longitude=east,
            layer=Layer(given.pop("layer")),
            faces=Faces(faces) if faces else None,
            **given,
        )


def known(resource: Resource) -> dict[str, Any]:
    """What stands in the form when somebody changes a resource; of a new photo it is asked anew
    who agreed."""
    fields = ("title", "story", "village", "whereabouts", "season", "owner", "layer")
    return {name: getattr(resource, name) for name in fields} | {"point": point(resource)}


def point(resource: Resource) -> str:
    if resource.latitude is None or resource.longitude is None:
        return ""
    return f"{resource.latitude:.5f}, {resource.longitude:.5f}"
