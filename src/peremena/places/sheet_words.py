"""What people read in a table of territories: its columns, and what may be wrong in a cell."""

from django.utils.translation import gettext_lazy as _

from .importing import Column, Fault

COLUMNS = {
    Column.DISTRICT: _("District"),
    Column.NAME: _("Territory"),
    Column.CENTRE: _("Centre"),
    Column.POPULATION: _("Residents"),
    Column.YEAR: _("Residents: year"),
    Column.SOURCE: _("Residents: source"),
    Column.STATUS: _("Status"),
    Column.STATUS_SINCE: _("Status: since"),
    Column.STATUS_SOURCE: _("Status: source"),
    Column.CODE: _("OKTMO"),
    Column.CODE_SINCE: _("OKTMO: since"),
    Column.VILLAGE: _("Populated place"),
    Column.RESIDENTS: _("In the village"),
    Column.RESIDENTS_YEAR: _("In the village: year"),
    Column.RESIDENTS_SOURCE: _("In the village: source"),
    Column.LATITUDE: _("Latitude"),
    Column.LONGITUDE: _("Longitude"),
}

EXPLANATIONS = {
    Column.DISTRICT: _("In every row. The former name or that of the okrug, as you like."),
    Column.NAME: _("In every row: the name by which the rows of one territory are found."),
    Column.CENTRE: _("The main village. Once for a new territory; it must be among its villages."),
    Column.POPULATION: _("Of the whole territory, a whole number."),
    Column.YEAR: _("The year of this number, four digits."),
    Column.SOURCE: _("Where the number is from."),
    Column.STATUS: _("What the territory is in law; see the words below."),
    Column.STATUS_SINCE: _("A day: 2025-01-01 or 01.01.2025. Needed when the status changes."),
    Column.STATUS_SOURCE: _("The law or the letter that says so."),
    Column.CODE: _("8 or 11 digits. Leave empty what is not confirmed."),
    Column.CODE_SINCE: _("A day. Needed when the code changes."),
    Column.VILLAGE: _("One village a row."),
    Column.RESIDENTS: _("Residents of the village, a whole number."),
    Column.RESIDENTS_YEAR: _("The year of this number, four digits."),
    Column.RESIDENTS_SOURCE: _("Where the number is from."),
    Column.LATITUDE: _("Degrees, such as 56.369. Both or none."),
    Column.LONGITUDE: _("Degrees, such as 75.25. Both or none."),
}

FAULTS = {
    Fault.NO_COLUMN: _("The table lacks this column. Take the template."),
    Fault.EXTRA_COLUMN: _("There is no column “%(value)s” in the template: rename or delete it."),
    Fault.COLUMN_TWICE: _("This column stands in the table twice."),
    Fault.NO_DISTRICT: _("The district is missing."),
    Fault.UNKNOWN_DISTRICT: _("There is no district “%(value)s” here."),
    Fault.NO_NAME: _("The name of the territory is missing."),
    Fault.NO_CENTRE: _("A new territory needs its centre: the main village."),
    Fault.CENTRE_ELSEWHERE: _("The centre “%(value)s” is not among the territory’s villages."),
    Fault.TOO_LONG: _("This is too long: “%(value)s”."),
    Fault.NOT_A_NUMBER: _("“%(value)s” is not a whole number."),
    Fault.NEGATIVE: _("There cannot be fewer than no residents: %(value)s."),
    Fault.TOO_MANY: _("So many people do not live in one place: %(value)s."),
    Fault.BAD_YEAR: _("“%(value)s” is not a year from %(guess)s."),
    Fault.BAD_DAY: _("“%(value)s” is not a day. Write 2025-01-01 or 01.01.2025."),
    Fault.UNKNOWN_STATUS: _("There is no status “%(value)s”. Perhaps “%(guess)s”?"),
    Fault.BAD_CODE: _("OKTMO has 8 or 11 digits, and here stands “%(value)s”."),
    Fault.CODE_TAKEN: _("The code %(value)s belongs to another territory: %(guess)s."),
    Fault.CODE_TWICE: _("The code %(value)s stands in this file at another territory: %(guess)s."),
    Fault.TERRITORY_TWICE: _("“%(value)s” stands already in row %(guess)s. Name another village."),
    Fault.CONTRADICTS: _("Here “%(value)s”, and in row %(guess)s something else. Keep one."),
    Fault.VILLAGE_TWICE: _("The village “%(value)s” stands in this territory twice."),
    Fault.BAD_DEGREES: _("“%(value)s” is not a latitude or longitude in degrees."),
    Fault.HALF_A_POINT: _("A point has a latitude and a longitude: one of them is missing."),
    Fault.NO_VILLAGE: _("Something is told of a village that has no name."),
    Fault.DAY_NEEDED: _("Say since which day: what was until then ends with it."),
    Fault.DAY_TOO_EARLY: _("%(value)s is not later than the day since which it is what it is."),
}

PERHAPS = _("Perhaps “%(guess)s”?")
