"""Short names of roles, as on a badge."""

from django.utils.translation import gettext_lazy as _

from .abilities import Role

ROLES = {
    Role.STAFF: _("staff of the school"),
    Role.EXPERT: _("expert"),
    Role.ADMINISTRATOR: _("administrator"),
}
