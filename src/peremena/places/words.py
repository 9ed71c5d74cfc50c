"""What people read: statuses of territories and layers of the map of resources."""

from django.utils.translation import gettext_lazy as _

from .rules import Layer, Status

STATUSES = {
    Status.RURAL_SETTLEMENT: _("rural settlement"),
    Status.TOWN_SETTLEMENT: _("town settlement"),
    Status.UNIT: _("territorial unit of the okrug"),
    Status.OTHER: _("other"),
}

LAYERS = {
    Layer.PEOPLE: _("What people can do"),
    Layer.ASSOCIATIONS: _("Who is together"),
    Layer.INSTITUTIONS: _("Institutions"),
    Layer.PHYSICAL: _("Places and things"),
    Layer.ECONOMY: _("Farms and trade"),
    Layer.STORIES: _("Stories and traditions"),
}
