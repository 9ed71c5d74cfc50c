"""What indicators are called, in what they are counted, and how; states and refusals."""

from django.utils.translation import gettext_lazy as _

from .indicators import Code, Group, Refusal, State

GROUPS = {
    Group.INTAKE: _("Intake"),
    Group.LEARNING: _("Learning"),
    Group.TERRITORY: _("Territories"),
    Group.PROJECTS: _("Teams and projects"),
    Group.MONEY: _("Money and partners"),
}

CODES = {
    Code.APPLICANTS: _("applied"),
    Code.SEMINAR: _("came to the seminar"),
    Code.CHOSEN: _("were chosen"),
    Code.NOT_TAKEN: _("were not taken, with a reason"),
    Code.ENROLLED: _("were enrolled"),
    Code.LEFT: _("left, with a reason"),
    Code.SESSIONS: _("days of the school held"),
    Code.HOURS: _("academic hours held"),
    Code.HOMEWORK: _("homework accepted"),
    Code.CONSULTATIONS: _("consultations"),
    Code.CONSULTATION_MINUTES: _("minutes of consultations"),
    Code.GATE_1: _("passed the first gate"),
    Code.GATE_2: _("passed the second gate"),
    Code.GATE_3: _("passed the third gate"),
    Code.GRADUATED: _("graduated"),
    Code.CERTIFICATES: _("certificates that hold"),
    Code.TERRITORIES: _("territories that learn"),
    Code.PASSPORTS: _("passports filled in to 80 %"),
    Code.RESOURCES: _("resources and traditions on the map"),
    Code.PROJECTS: _("projects of the cohorts"),
    Code.TEAMS: _("teams of three and more"),
    Code.TEAM_PEOPLE: _("people in the teams"),
    Code.SHOWN: _("projects shown to experts"),
    Code.APPLICATIONS: _("applications to contests made"),
    Code.SUBMITTED: _("applications submitted"),
    Code.WON: _("applications won"),
    Code.LOST: _("applications lost or not admitted"),
    Code.MONEY: _("money attracted, ₽"),
    Code.PARTNERS: _("organisations that add to projects"),
}

HOW = {
    Code.APPLICANTS: _(
        "Applications that were handed in to the calls of the programme’s cohorts, those taken back"
        " not counted. Applications that have been destroyed when their term was over are not in"
        " it."
    ),
    Code.SEMINAR: _("Applicants who were ticked off at the door of the seminar."),
    Code.CHOSEN: _("Decisions “taken” that have been sent out."),
    Code.NOT_TAKEN: _("Decisions “not taken” that have been sent out, each with its reason."),
    Code.ENROLLED: _("Everybody who was enrolled as a learner, those who left later too."),
    Code.LEFT: _("Learners whose status is “has left”."),
    Code.SESSIONS: _("Days of the timetable that are over and were not cancelled."),
    Code.HOURS: _("Their length in academic hours of 45 minutes, each rounded to a half."),
    Code.HOMEWORK: _("Pieces of homework that a curator has accepted, one a team and task."),
    Code.CONSULTATIONS: _("Talks noted with their length in minutes."),
    Code.CONSULTATION_MINUTES: _("The minutes of these talks together."),
    Code.GATE_1: _("Learners whom staff have let through."),
    Code.GATE_2: _("Learners whom staff have let through."),
    Code.GATE_3: _("Learners whom staff have let through."),
    Code.GRADUATED: _("Learners whose status is “has graduated”."),
    Code.CERTIFICATES: _("Certificates given out and not revoked."),
    Code.TERRITORIES: _("Territories of learners who have not left, each once."),
    Code.PASSPORTS: _("Of these, those with 80 % of the required fields of the passport or more."),
    Code.RESOURCES: _("Entries on the maps of these territories that were not removed."),
    Code.PROJECTS: _("Projects taken into the cohorts with learners who have not left."),
    Code.TEAMS: _("Of these, those with three people in the team now or more."),
    Code.TEAM_PEOPLE: _("People who are in the teams of these projects now, each once a project."),
    Code.SHOWN: _("Of these projects, those whose team shows them to experts now."),
    Code.APPLICATIONS: _("Applications frozen out of these projects."),
    Code.SUBMITTED: _("Of these, those that went to the contest."),
    Code.WON: _("Of these, those that won, with or without a contract yet."),
    Code.LOST: _("Of these, those that lost or were not admitted."),
    Code.MONEY: _(
        "As the ledger counts it: awarded by decisions that a second person has confirmed, in the"
        " cohorts of the programme; own money, co-funding and things are not in it."
    ),
    Code.PARTNERS: _(
        "Organisations written down beside confirmed decisions of the programme, each once a"
        " decision."
    ),
}
BY_HAND = _("Written down by hand: the sum of the facts, each with what shows it.")

STATES = {
    State.REACHED: _("reached"),
    State.AHEAD: _("on the way"),
    State.MISSED: _("day has passed"),
}
TONES = {State.REACHED: "good", State.AHEAD: "plain", State.MISSED: "late"}

REFUSALS = {
    Refusal.COUNTS_ITSELF: _("This counts itself; nothing is written down by hand."),
    Refusal.NOTHING_COUNTED: _("Write how many: it is more than nothing."),
    Refusal.NOT_YET: _("This day has not come yet. Look at the date."),
    Refusal.NO_PROOF: _("Say what shows it: in words, by a link or a file."),
    Refusal.TAKEN_BACK: _("This fact has been taken back already."),
    Refusal.WHY: _("Write in a few words why."),
}
