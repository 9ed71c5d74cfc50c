"""What people read: statuses of territories and layers of the map of resources."""

from django.utils.translation import gettext_lazy as _

from .rules import DistrictKind, ImportState, Layer, Refusal, Status

DISTRICT_KINDS = {
    DistrictKind.DISTRICT: _("municipal district"),
    DistrictKind.OKRUG: _("municipal okrug"),
    DistrictKind.CITY: _("city okrug"),
}

IMPORT_STATES = {
    ImportState.READ: _("Read, nothing is brought in yet"),
    ImportState.WAITING: _("Waiting for its turn"),
    ImportState.AT_WORK: _("Being brought in"),
    ImportState.DONE: _("Brought in"),
    ImportState.FAILED: _("Not brought in"),
    ImportState.DROPPED: _("Set aside"),
}

REFUSALS = {
    Refusal.HEADED: _(
        "This territory has a head now. Say that the post is handed over, or end the other post."
    ),
    Refusal.HEADS_ALREADY: _("This person heads the territory already."),
    Refusal.OTHERS_CARE: _("Another centre works with this territory."),
    Refusal.ENDS_BEFORE_BEGUN: _("A post cannot end before it began. Check the day."),
    Refusal.HAS_MISTAKES: _("Mend the mistakes in the file first, and send it again."),
    Refusal.NOTHING_NEW: _("Everything in the file is here already: there is nothing to bring in."),
    Refusal.ONLY_EXAMPLES: _("The file holds only the rows of the example: they are skipped."),
    Refusal.AT_WORK_ALREADY: _("This file is being brought in already."),
    Refusal.DONE_ALREADY: _("This file is finished with. Send it again if you need to."),
    Refusal.EARLIER_THAN_NOW: _("The day must be later than the day since which it is what it is."),
    Refusal.SAME_STATUS: _("It is that already."),
    Refusal.DAY_NEEDED: _("Say since which day: the former status ends with it."),
    Refusal.NAME_TAKEN: _("This district already has a territory of this name: choose it."),
    Refusal.CODE_TAKEN: _("Another territory has this code now. Check it once more."),
    Refusal.VILLAGE_TOLD: _("This territory has a village of this name already."),
    Refusal.IS_THE_CENTRE: _("This village is the centre. Choose another centre first."),
}

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
