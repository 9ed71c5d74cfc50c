"""What stands for the names in an address, and what a POST sends."""

from collections.abc import Callable

from django.db.models import Model

from peremena.mail.letters import SIGNER
from peremena.projects import cases
from peremena.projects.rules import TeamRole

from . import found_lessons as lessons
from .world import CONTEST, World

# A row where its number stands, and a text as it is.
FOUND_IN: dict[str, Callable[[World], object]] = {
    "pk": lambda world: world.project,
    "section": lambda _world: "goal",
    "block": lambda _world: "people",
    "member": lambda world: world.reader,
    "invitation": lambda world: world.invitation,
    "token": lambda world: world.invitation.token,
    "aside": lambda world: world.aside,
    "milestone": lambda world: world.project.milestones.get(),
    "revision": lambda world: world.revision,
    "card": lambda _world: cases.all_cards()[0].id,
    "contest": lambda _world: CONTEST,
    "kind": lambda _world: "xlsx",
    "person": lambda world: world.enrolment.person,
    "project": lambda world: world.project,
    "held": lambda world: world.register.head,
    "territory": lambda world: world.project.territory,
    "post": lambda world: world.register.post,
    "trust": lambda world: world.register.trust,
    "impact:counted code": lambda _world: "enrolled",
    "size": lambda _world: "small",
    "step": lambda _world: 1,
    "desk:twins pk": lambda world: world.project.territory,
    "centre": lambda world: world.project.centre,
    # where the same word means something else
    **{
        f"places:{name} pk": lambda world: world.ground.resource
        for name in (
            "resource",
            "edit_resource",
            "show_resource",
            "remove_resource",
            "put_back_resource",
            "take_photo_off",
            "resource_photo",
        )
    },
    **{
        f"places:{name} pk": lambda world: world.project.territory
        for name in ("resources", "add_resource", "capacity")
    },
    **{
        f"places:{name} pk": lambda world: world.ground.asked
        for name in ("answers", "answer_to_map", "erase_answers")
    },
    **{
        f"places:{name} token": lambda world: world.ground.asked.token
        for name in ("neighbour", "question", "introduce", "take_back")
    },
    **{
        f"places:{name} pk": lambda world: world.project.territory
        for name in (
            "territory",
            "edit",
            "change_status",
            "change_code",
            "add_village",
            "begin_care",
            "end_care",
        )
    },
    **{
        f"places:{name} pk": lambda world: world.project.territory.district
        for name in ("district", "change_district")
    },
    **{
        f"places:{name} pk": lambda world: world.project.territory.places.get(name="Лесная")
        for name in ("village", "remove_village")
    },
    **{
        f"places:{name} pk": lambda world: world.table
        for name in ("imported", "confirm_import", "drop_import")
    },
    "desk:letter pk": lambda world: world.letter,
    "desk:letter_deed pk": lambda world: world.letter,
    "other": lambda world: world.enrolment.person,
    **{
        f"desk:{name} pk": lambda world: world.register.merge
        for name in ("confirm_merge", "decline_merge", "undo_merge")
    },
    **{f"desk:{name} pk": lambda world: world.enrolment.person for name in ("same", "pair")},
    "desk:person pk": lambda world: world.enrolment.person,
    "edit_person pk": lambda world: world.enrolment.person,
    "give_role pk": lambda world: world.enrolment.person,
    "take_role pk": lambda world: world.enrolment.person,
    "make_paper_code pk": lambda world: world.enrolment.person,
    "places:choose_post pk": lambda world: world.enrolment.person,
    "places:give_post pk": lambda world: world.enrolment.person,
    "desk:name_fellow pk": lambda world: world.enrolment.person,
    "confirm_paper_code pk": lambda world: world.register.code,
    "withdraw_paper_code pk": lambda world: world.register.code,
    "paper_code_slip pk": lambda world: world.register.code,
    "purpose": lambda _world: "public",
    **{
        f"{name} pk": lambda world: world.enrolment.person
        for name in (
            "consents_of",
            "consent_form_of",
            "enter_consent",
            "enter_withdrawal",
            "desk:ask_erasure_for",
            "desk:journal_of_person",
        )
    },
    "consent_scan pk": lambda world: world.consent,
    "desk:request pk": lambda world: world.asked,
    "desk:refuse_request pk": lambda world: world.asked,
    "projects:picture kind": lambda _world: "tree",
    "projects:paper kind": lambda _world: "page",
    "partner": lambda _world: "k1",
    "desk:journal_of kind": lambda _world: "project",
    "take_office held": lambda world: world.register.staff,
    "organisation pk": lambda world: world.register.organisation,
    "mail:stop token": lambda world: SIGNER.sign(world.reader.person_id),
    "slug": lambda _world: "2026-11",
    "part": lambda _world: "rubric",
    **{
        f"intake:{name} token": lambda world: world.candidate.token
        for name in ("application", "hand_in", "withdraw", "answer")
    },
    **{
        f"intake:{name} pk": lambda world: world.candidate.call
        for name in (
            "call",
            "edit_call",
            "call_part",
            "preview",
            "publish",
            "notice",
            "candidates",
            "table",
            "key_in",
            "seminar",
            "invite",
            "tick",
            "selection",
            "markers",
            "decisions",
            "waiting",
            "marking_of",
        )
    },
    **{
        f"intake:{name} pk": lambda world: world.candidate
        for name in (
            "candidate",
            "write_for",
            "deed",
            "settle",
        )
    },
    **{
        f"intake:{name} pk": lambda world: world.applicant
        for name in ("decide", "move_up", "answer_for", "mark", "too_close")
    },
    "intake:dismiss_marker pk": lambda world: world.marker,
    "intake:add_call pk": lambda world: world.enrolment.cohort,
    "enrolment": lambda world: world.enrolment,
    "key": lambda world: world.certificate.key,
    "cohorts:gates pk": lambda world: world.enrolment.cohort,
    "cohorts:certificates pk": lambda world: world.enrolment.cohort,
    "desk:certificates pk": lambda world: world.enrolment.cohort,
    "cohorts:certificate pk": lambda world: world.certificate,
    "cohorts:certificate_paper pk": lambda world: world.certificate,
    "cohorts:tick_step pk": lambda world: world.step,
    "cohorts:drop_step pk": lambda world: world.step,
    **{
        f"{name} pk": lambda world: world.gate
        for name in (
            "cohorts:edit_gate",
            "desk:gate",
            "desk:let_through_all",
            "desk:at_gate",
            "desk:plan_for_gate",
            "desk:take_back_gate",
        )
    },
    **lessons.FOUND,
    "cohorts:programme pk": lambda world: world.enrolment.cohort.programme,
    "cohorts:edit_programme pk": lambda world: world.enrolment.cohort.programme,
    "cohorts:plan pk": lambda world: world.enrolment.cohort.programme,
    "cohorts:add_cohort pk": lambda world: world.enrolment.cohort.programme,
    "cohorts:cohort pk": lambda world: world.enrolment.cohort,
    "cohorts:edit_cohort pk": lambda world: world.enrolment.cohort,
    "cohorts:choose pk": lambda world: world.enrolment.cohort,
    "cohorts:enrol pk": lambda world: world.enrolment.cohort,
    "cohorts:enrol_person pk": lambda world: world.enrolment.cohort,
    "cohorts:deadlines pk": lambda world: world.enrolment.cohort,
    "cohorts:edit_deadline pk": lambda world: world.deadline,
    "cohorts:remove_deadline pk": lambda world: world.deadline,
    "cohorts:enrolment pk": lambda world: world.enrolment,
    "cohorts:change_status pk": lambda world: world.enrolment,
    "cohorts:call pk": lambda world: world.enrolment,
    "cohorts:attach pk": lambda world: world.enrolment,
    **{
        f"places:{name} pk": lambda world: world.project.territory
        for name in (
            "passport",
            "years",
            "card",
            "publishing",
            "public",
            "block",
            "comment_block",
            "block_versions",
            "restore_block",
        )
    },
    "places:restore_block revision": lambda world: world.block.draft.revisions.get(),
    "contests:application pk": lambda world: world.application,
    "contests:paper pk": lambda world: world.application,
    "contests:paste pk": lambda world: world.application,
    **{
        f"impact:{name} pk": lambda world: world.enrolment.cohort.programme
        for name in ("indicators", "export_indicators", "counted")
    },
    "impact:promise pk": lambda world: world.fact.promise,
    "impact:count pk": lambda world: world.fact.promise,
    "impact:take_back_fact pk": lambda world: world.fact,
    "impact:proof pk": lambda world: world.fact,
    "impact:award pk": lambda world: world.award,
    "impact:change pk": lambda world: world.award,
    "impact:take_back pk": lambda world: world.award,
    "impact:doubt pk": lambda world: world.award,
    "impact:contribute pk": lambda world: world.award,
    "impact:drop pk": lambda world: world.award,
    "impact:verify pk": lambda world: world.award,
    "impact:evidence pk": lambda world: world.award,
    "impact:win pk": lambda world: world.application,
    "impact:pay pk": lambda world: world.application,
    "impact:correct pk": lambda world: world.application,
    "impact:export kind": lambda _world: "csv",
    "contribution": lambda world: world.award.contributions.get(),
    "contests:submit pk": lambda world: world.application,
    "contests:admission pk": lambda world: world.application,
    "contests:outcome pk": lambda world: world.application,
    "contests:contract pk": lambda world: world.application,
    "contests:after pk": lambda world: world.application,
    "contests:correct pk": lambda world: world.application,
    "contests:take_back pk": lambda world: world.application,
    "contests:file pk": lambda world: world.application,
    "turn": lambda world: world.application.turns.first(),
}


def found(name: str, word: str, world: World) -> object:
    """What the word in this address points at."""
    return FOUND_IN.get(f"{name} {word}", FOUND_IN[word])(world)


def in_address(value: object) -> object:
    return value.pk if isinstance(value, Model) else value


OPERATION = {"base": "1", "operation": "3f2a9c1e-0001"}
SAVE = {**OPERATION, "goal.text": "Вернуть вечернее занятие."}
SENT: dict[str, dict[str, str]] = {
    "add_organisation": {"name": ""},
    "add_person": {"name": ""},
    "intake:add_call": {"title": ""},
    "intake:application": {**OPERATION, "idea": "Вечерний клуб."},
    "intake:call_part": {"form-TOTAL_FORMS": "0", "form-INITIAL_FORMS": "0"},
    "intake:decide": {"verdict": ""},
    "intake:deed": {"do": "withdraw"},
    "intake:edit_call": {"title": ""},
    "intake:fit": {"village": "yes", "adult": "yes"},
    "intake:impression": {"useful": "5", "clear": "4", "key": "k" * 32},
    "intake:key_in": {"name": ""},
    "intake:tick": {"who": "{world.candidate.pk}", "come": "yes"},
    "intake:way_back": {"code": "нет"},
    "intake:write_for": {**OPERATION, "idea": "Вечерний клуб."},
    "desk:refuse_request": {"reason": "Идёт проверка."},
    "desk:request": {"sure": "on"},
    "enter_withdrawal": {"way": "phone"},
    "desk:heard": {"heard": "phone", "next": "/"},
    "desk:helpers": {"email": "не почта"},
    "edit_person": {"name": ""},
    "give_role": {"role": "mentor"},
    "offices": {"email": ""},
    "organisation": {"name": ""},
    "paper_sign_in": {"code": "KMH27-T9XPA"},
    "places:add_resource": {"layer": "stories", "title": "Масленица у реки"},
    "places:answer_to_map": {"question": "hands"},
    "places:add": {"name": ""},
    "places:edit": {"name": ""},
    "places:add_village": {"name": "Новая"},
    "places:change_code": {"code": "52654411"},
    "places:change_district": {
        "kind": "okrug",
        "name": "Ключевской муниципальный округ",
        "since": "2025-01-01",
        "source": "закон",
    },
    "places:change_status": {"status": "unit", "source": "закон"},
    "places:village": {"name": "Новая"},
    "places:edit_resource": {"layer": "stories", "title": "Масленица у реки"},
    "places:show_resource": {"shown": "yes"},
    "projects:borrow": {"what": "resource:{world.ground.resource.pk}", "to": "fact"},
    "projects:goal_formula": {**OPERATION, "goal.change": "Вернуть занятие"},
    "projects:set_goal": {**OPERATION, "goal.change": "Вернуть занятие"},
    "projects:begin_task": {"operation": "3f2a9c1e-0001", "cause": "c1"},
    "projects:tree": {**OPERATION, "problem.core": "Некуда прийти"},
    "projects:goals": {**OPERATION, "problem.causes.c1.instead": "Светло"},
    "projects:renew": {"link": "{world.ground.link.pk}"},
    "projects:take": {"what": "resource:{world.ground.resource.pk}"},
    "places:block": {**OPERATION, "population.value": "1 109"},
    "places:comment_block": {"do": "say:men.value", "say:men.value": "Откуда число?"},
    "places:end_post": {"on": "2026-11-24"},
    "places:give_post": {"title": ""},
    "desk:search": {"q": "вечернее занятие"},
    "desk:letter": {"subject": "Срок", "body": "Раздел «Бюджет» — до пятницы."},
    "desk:letter_deed": {"do": "hold"},
    "cohorts:gates": {"first": ""},
    "cohorts:edit_gate": {"title": ""},
    "cohorts:certificate": {"why": ""},
    "desk:certificates": {"series": ""},
    "desk:at_gate": {"note": "Догонит"},
    "desk:plan_for_gate": {"form-TOTAL_FORMS": "1", "form-0-text": "Позвать Ольгу"},
    "cohorts:add_cohort": {"name": ""},
    "cohorts:add_programme": {"name": ""},
    "cohorts:call": {"has_answered": "no"},
    "cohorts:change_status": {"status": "paused"},
    "cohorts:deadlines": {"title": "Паспорт", "due_on": "2026-12-24"},
    "cohorts:edit_cohort": {"name": ""},
    "cohorts:edit_programme": {"name": ""},
    "cohorts:enrol": {"name": ""},
    "cohorts:enrol_person": {"name": ""},
    "cohorts:edit_deadline": {"title": "Паспорт", "due_on": "2026-12-24"},
    "cohorts:plan": {
        "form-TOTAL_FORMS": "1",
        "form-INITIAL_FORMS": "0",
        "form-0-name": "Публикации",
        "form-0-plan": "10",
    },
    **lessons.SENT,
    "impact:add": {"source": ""},
    "impact:promise": {"amount": ""},
    "impact:count": {"code": "enrolled"},
    "impact:take_back_fact": {"why": "Посчитали дважды"},
    "impact:change": {"why": ""},
    "impact:take_back": {"why": "Перепутали"},
    "impact:doubt": {"why": "Другая сумма"},
    "impact:contribute": {"kind": "residents", "form": "money", "paid": "7"},
    "impact:drop": {"why": "Записали дважды"},
    "impact:win": {
        "awarded": "5",
        "decided_on": "2026-11-23",
        "kind": "fund",
        "attribution": "full",
    },
    "impact:pay": {"amount": "5", "on": "2026-11-23"},
    "contests:submit": {"on": "2026-11-20", "hour": "23:10", "zone": "Europe/Moscow"},
    "contests:admission": {"kind": "admitted", "on": "2026-11-23"},
    "contests:outcome": {"kind": "lost", "on": "2026-11-23"},
    "contests:contract": {"number": "1", "on": "2026-11-23", "amount": "1"},
    "contests:correct": {"why": ""},
    "contests:take_back": {"why": "Перепутали"},
    "projects:change_role": {"role": TeamRole.WRITER},
    "projects:comment": {"do": "say:goal.text", "say:goal.text": "Кому это нужно?"},
    "projects:invite": {"role": TeamRole.READER},
    "projects:put_aside": {"rule": "GO-02", "field": "goal.text"},
    "projects:section": SAVE,
    "projects:show": {"shown": "yes"},
    "projects:milestones": {"name": "перед защитой"},
    "projects:bring": {"section": "goal", "path": "", "seen": "1"},
    "projects:verdict": {"kind": "change", "text": "Кому станет лучше?", "version": "1"},
}
