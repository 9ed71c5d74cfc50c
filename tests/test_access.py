"""Who gets what at every address of the school. An address without a row fails.

A new address: a row in ACCESS for each method that matters, and in SENT what a POST sends. A new
kind of argument: a line in FOUND_IN that finds it in the world of the test.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from peremena.cohorts import services as cohorts
from peremena.cohorts.models import Deadline, Enrolment
from peremena.contests.models import Application
from peremena.contests.services import freeze, submit
from peremena.drafts.models import Revision
from peremena.impact import services as money
from peremena.impact.models import Award
from peremena.impact.rules import Kind
from peremena.mail import services as mail
from peremena.mail.letters import SIGNER
from peremena.mail.models import Letter
from peremena.people import services as people
from peremena.people.abilities import Role
from peremena.people.models import (
    Consent,
    ConsentText,
    Organisation,
    PaperCode,
    Person,
    PersonalRequest,
    RoleHeld,
    Trust,
)
from peremena.people.rules import ConsentWay
from peremena.people.services import consents, requests
from peremena.places.models import Import, PassportBlock, Post, Questionnaire, Resource
from peremena.places.passport import Block
from peremena.places.rules import Layer
from peremena.places.services import capacity, passports, posts, publishing, resources
from peremena.projects import cases
from peremena.projects.borrowing import Use
from peremena.projects.brief import Brief
from peremena.projects.models import Borrowed, Invitation, Membership, Project, PutAside
from peremena.projects.queries.borrowed import of_resource
from peremena.projects.rules import TeamRole
from peremena.projects.services import borrowing, teams
from tests.factories import (
    NOON,
    PersonFactory,
    another_centre,
    example,
    member_of,
    project_of,
    somebody_with,
)

pytestmark = pytest.mark.django_db

# stranger: signed in, not in the team · expert: the team has not shown its project
# adviser: an expert to whom the project is shown · staff: not in the team
# foreign: staff of another centre · observer: of this centre's funder · admin: of the installation
# in: asked to sign in first · 302: done, and led on · 404: nothing there for this person
# 409: refused with a reason · 422: what was sent is not whole
ACCESS = """
                                         visitor  stranger expert   adviser  reader   leader   staff    foreign  observer admin
GET  desk:home                           200      200      200      200      200      200      200      200      200      200
GET  desk:help                           200      200      200      200      200      200      200      200      200      200
GET  desk:board                          in       403      403      403      403      403      200      200      403      403
GET  desk:path                           in       200      200      200      200      200      200      200      200      200
GET  desk:queue                          in       403      200      200      403      403      200      200      403      403
GET  desk:totals                         in       403      403      403      403      403      200      200      200      403
GET  desk:map                            in       403      403      403      403      403      200      200      200      403
GET  desk:more                           in       200      200      200      200      200      200      200      200      200
GET  desk:projects                       in       200      200      200      200      200      200      200      200      200
GET  desk:search                         200      200      200      200      200      200      200      200      200      200
GET  desk:outbox                         in       403      403      403      403      403      200      200      403      403
GET  desk:calls                          in       403      403      403      403      403      200      200      403      403
GET  desk:write                          in       403      403      403      403      403      200      200      403      403
POST desk:write                          in       403      403      403      403      403      422      422      403      403
GET  desk:letter                         in       404      404      404      404      404      200      404      404      404
POST desk:letter                         in       404      404      404      404      404      302      404      404      404
POST desk:letter_deed                    in       404      404      404      404      404      302      404      404      404
GET  desk:workshop                       in       404      404      200      200      200      200      404      404      404
GET  desk:twins                          in       404      200      200      200      200      200      404      404      404
GET  consents                            in       200      200      200      200      200      200      200      200      200
POST give_consent                        in       302      302      302      302      302      302      302      302      302
POST withdraw_consent                    in       409      409      409      409      302      409      409      409      409
GET  consent_scan                        in       404      404      404      404      404      404      404      404      404
GET  consent_form                        in       200      200      200      200      200      200      200      200      200
GET  consents_of                         in       404      404      404      404      404      200      404      404      404
GET  consent_form_of                     in       404      404      404      404      200      200      404      404      404
POST enter_consent                       in       404      404      404      404      404      302      404      404      404
POST enter_withdrawal                    in       404      404      404      404      404      302      404      404      404
GET  desk:my_data                        in       200      200      200      200      200      200      200      200      200
POST desk:my_copy                        in       200      200      200      200      200      200      200      200      200
POST desk:ask_erasure                    in       302      302      302      302      409      302      302      302      302
POST desk:take_back_erasure              in       404      404      404      404      302      404      404      404      404
POST desk:ask_erasure_for                in       404      404      404      404      404      409      404      404      404
GET  desk:requests                       in       403      403      403      403      403      200      200      403      403
GET  desk:request                        in       404      404      404      404      404      200      404      404      404
POST desk:request                        in       404      404      404      404      404      302      404      404      404
POST desk:refuse_request                 in       404      404      404      404      404      302      404      404      404
GET  desk:sweeps                         in       403      403      403      403      403      200      200      403      403
GET  desk:journal                        in       403      403      403      403      403      200      200      403      403
GET  desk:journal_of                     in       404      404      404      200      200      200      404      404      404
GET  desk:journal_of_person              in       404      404      404      404      200      200      404      404      404
GET  desk:my_deeds                       in       200      200      200      200      200      200      200      200      200
GET  people                              in       403      403      403      403      403      200      200      403      403
GET  add_person                          in       403      403      403      403      403      200      200      403      403
POST add_person                          in       403      403      403      403      403      422      422      403      403
GET  desk:person                         in       404      404      404      404      404      200      404      404      404
GET  edit_person                         in       404      404      404      404      404      200      404      404      404
POST edit_person                         in       404      404      404      404      404      422      404      404      404
POST give_role                           in       404      404      404      404      404      302      404      404      404
POST take_role                           in       404      404      404      404      404      302      404      404      404
GET  offices                             in       403      403      403      403      403      403      403      403      200
POST offices                             in       403      403      403      403      403      403      403      403      422
POST take_office                         in       403      403      403      403      403      403      403      403      302
GET  organisations                       in       403      403      403      403      403      200      200      403      403
GET  add_organisation                    in       403      403      403      403      403      200      200      403      403
POST add_organisation                    in       403      403      403      403      403      422      422      403      403
GET  organisation                        in       404      404      404      404      404      200      404      404      404
POST organisation                        in       404      404      404      404      404      422      404      404      404
GET  paper_codes                         in       403      403      403      403      403      200      200      403      403
POST make_paper_code                     in       404      404      404      404      404      302      404      404      404
POST confirm_paper_code                  in       404      404      404      404      404      200      404      404      404
POST withdraw_paper_code                 in       404      404      404      404      404      302      404      404      404
POST paper_code_slip                     in       404      404      404      404      404      404      404      404      404
GET  paper_sign_in                       200      302      302      302      302      302      302      302      302      302
POST paper_sign_in                       422      302      302      302      302      302      302      302      302      302
GET  places:list                         in       200      200      200      200      200      200      200      200      200
GET  places:map                          in       200      200      200      200      200      200      200      200      200
GET  places:mine                         in       200      200      200      200      302      200      200      200      200
GET  places:territory                    in       200      200      200      200      200      200      200      200      200
GET  places:district                     in       200      200      200      200      200      200      200      200      200
GET  places:add                          in       403      403      403      403      403      200      200      403      403
POST places:add                          in       403      403      403      403      403      422      422      403      403
GET  places:edit                         in       403      403      403      403      403      200      200      403      403
POST places:edit                         in       403      403      403      403      403      422      422      403      403
GET  places:change_status                in       403      403      403      403      403      200      200      403      403
POST places:change_status                in       403      403      403      403      403      302      302      403      403
GET  places:change_code                  in       403      403      403      403      403      200      200      403      403
POST places:change_code                  in       403      403      403      403      403      302      302      403      403
GET  places:change_district              in       403      403      403      403      403      200      200      403      403
POST places:change_district              in       403      403      403      403      403      302      302      403      403
GET  places:add_village                  in       403      403      403      403      403      200      200      403      403
POST places:add_village                  in       403      403      403      403      403      302      302      403      403
GET  places:village                      in       403      403      403      403      403      200      200      403      403
POST places:village                      in       403      403      403      403      403      302      302      403      403
POST places:remove_village               in       403      403      403      403      403      302      302      403      403
POST places:begin_care                   in       403      403      403      403      403      302      404      403      403
POST places:end_care                     in       403      403      403      403      403      302      404      403      403
GET  places:export                       in       403      403      403      403      403      200      200      403      403
GET  places:import                       in       403      403      403      403      403      200      200      403      403
POST places:import                       in       403      403      403      403      403      422      422      403      403
GET  places:import_template              in       403      403      403      403      403      200      200      403      403
GET  places:imported                     in       403      403      403      403      403      200      404      403      403
POST places:confirm_import               in       403      403      403      403      403      409      404      403      403
POST places:drop_import                  in       403      403      403      403      403      302      404      403      403
GET  places:choose_post                  in       404      404      404      404      404      200      404      404      404
GET  places:give_post                    in       404      404      404      404      404      200      404      404      404
POST places:give_post                    in       404      404      404      404      404      422      404      404      404
GET  places:end_post                     in       404      404      404      404      404      200      404      404      404
POST places:end_post                     in       404      404      404      404      404      302      404      404      404
GET  desk:helpers                        in       200      200      200      200      200      200      200      200      200
POST desk:helpers                        in       422      422      422      422      422      422      422      422      422
POST desk:name_fellow                    in       302      302      302      302      302      302      302      302      302
POST desk:take_back_trust                in       404      404      404      302      302      404      404      404      404
GET  desk:written_for_me                 in       200      200      200      200      200      200      200      200      200
POST desk:heard                          in       302      302      302      302      302      302      302      302      302
GET  places:resources                    in       404      200      200      200      200      200      404      404      404
GET  places:add_resource                 in       404      404      404      200      200      200      404      404      404
POST places:add_resource                 in       404      404      404      302      302      302      404      404      404
GET  places:resource                     in       404      200      200      200      200      200      404      404      404
GET  places:edit_resource                in       404      404      404      200      200      200      404      404      404
POST places:edit_resource                in       404      404      404      302      302      302      404      404      404
POST places:show_resource                in       404      404      404      302      302      302      404      404      404
POST places:remove_resource              in       404      404      404      302      302      302      404      404      404
POST places:put_back_resource            in       404      404      404      302      302      302      404      404      404
POST places:take_photo_off               in       404      404      404      302      302      302      404      404      404
GET  places:resource_photo               404      404      404      404      404      404      404      404      404      404
GET  places:capacity                     in       404      404      404      200      200      200      404      404      404
POST places:capacity                     in       404      404      404      302      302      302      404      404      404
GET  places:answers                      in       404      404      404      200      200      200      404      404      404
POST places:answer_to_map                in       404      404      404      302      302      302      404      404      404
POST places:erase_answers                in       404      404      404      302      302      302      404      404      404
GET  places:neighbour                    200      200      200      200      200      200      200      200      200      200
GET  places:question                     200      200      200      200      200      200      200      200      200      200
POST places:question                     302      302      302      302      302      302      302      302      302      302
GET  places:introduce                    200      200      200      200      200      200      200      200      200      200
POST places:introduce                    302      302      302      302      302      302      302      302      302      302
POST places:take_back                    200      200      200      200      200      200      200      200      200      200
GET  projects:take                       in       404      200      200      200      200      200      404      404      404
GET  projects:borrow                     in       404      404      200      200      200      200      404      404      404
POST projects:borrow                     in       404      404      409      409      302      302      404      404      404
POST projects:renew                      in       404      404      409      409      302      302      404      404      404
GET  cohorts:list                        in       403      403      403      403      403      200      200      403      403
GET  cohorts:add_programme               in       403      403      403      403      403      200      200      403      403
POST cohorts:add_programme               in       403      403      403      403      403      422      422      403      403
GET  cohorts:programme                   in       404      404      404      404      404      200      404      404      404
GET  cohorts:edit_programme              in       404      404      404      404      404      200      404      404      404
GET  cohorts:plan                        in       404      404      404      404      404      200      404      404      404
GET  cohorts:add_cohort                  in       404      404      404      404      404      200      404      404      404
GET  cohorts:cohort                      in       404      404      404      404      404      200      404      404      404
GET  cohorts:edit_cohort                 in       404      404      404      404      404      200      404      404      404
GET  cohorts:choose                      in       404      404      404      404      404      200      404      404      404
GET  cohorts:enrol                       in       404      404      404      404      404      200      404      404      404
GET  cohorts:enrol_person                in       404      404      404      404      404      200      404      404      404
GET  cohorts:deadlines                   in       404      404      404      404      404      200      404      404      404
GET  cohorts:edit_deadline               in       404      404      404      404      404      200      404      404      404
GET  cohorts:enrolment                   in       404      404      404      404      404      200      404      404      404
GET  cohorts:call                        in       404      404      404      404      404      200      404      404      404
POST cohorts:edit_programme              in       404      404      404      404      404      422      404      404      404
POST cohorts:plan                        in       404      404      404      404      404      302      404      404      404
POST cohorts:add_cohort                  in       404      404      404      404      404      422      404      404      404
POST cohorts:edit_cohort                 in       404      404      404      404      404      422      404      404      404
POST cohorts:enrol                       in       404      404      404      404      404      422      404      404      404
POST cohorts:enrol_person                in       404      404      404      404      404      422      404      404      404
POST cohorts:deadlines                   in       404      404      404      404      404      302      404      404      404
POST cohorts:edit_deadline               in       404      404      404      404      404      302      404      404      404
POST cohorts:remove_deadline             in       404      404      404      404      404      302      404      404      404
POST cohorts:change_status               in       404      404      404      404      404      302      404      404      404
POST cohorts:call                        in       404      404      404      404      404      302      404      404      404
POST cohorts:attach                      in       404      404      404      404      404      302      404      404      404
GET  contests:list                       200      200      200      200      200      200      200      200      200      200
GET  contests:contest                    200      200      200      200      200      200      200      200      200      200
GET  contests:choose                     in       404      404      200      200      200      200      404      404      404
GET  contests:prospect                   in       404      404      200      200      200      200      404      404      404
POST contests:prospect                   in       404      404      409      409      302      302      404      404      404
GET  contests:application                in       404      404      200      200      200      200      404      404      404
GET  contests:paste                      in       404      404      200      200      200      200      404      404      404
GET  contests:paper                      in       404      404      200      200      200      200      404      404      404
GET  impact:results                      200      200      200      200      200      200      200      200      200      200
GET  impact:decisions                    200      200      200      200      200      200      200      200      200      200
GET  impact:ledger                       in       403      403      403      403      403      200      200      200      403
GET  impact:export                       in       403      403      403      403      403      200      200      200      403
GET  impact:add                          in       403      403      403      403      403      200      200      403      403
POST impact:add                          in       403      403      403      403      403      422      422      403      403
GET  impact:award                        in       404      404      404      404      404      200      404      200      404
GET  impact:change                       in       404      404      404      404      404      200      404      404      404
POST impact:change                       in       404      404      404      404      404      422      404      404      404
GET  impact:take_back                    in       404      404      404      404      404      200      404      404      404
POST impact:take_back                    in       404      404      404      404      404      302      404      404      404
GET  impact:doubt                        in       404      404      404      404      404      200      404      404      404
POST impact:doubt                        in       404      404      404      404      404      302      404      404      404
GET  impact:contribute                   in       404      404      404      404      404      200      404      404      404
POST impact:contribute                   in       404      404      404      404      404      302      404      404      404
GET  impact:drop                         in       404      404      404      404      404      200      404      404      404
POST impact:drop                         in       404      404      404      404      404      302      404      404      404
GET  impact:win                          in       404      404      404      404      404      200      404      404      404
POST impact:win                          in       404      404      404      404      404      302      404      404      404
GET  impact:pay                          in       404      404      404      404      404      200      404      404      404
POST impact:pay                          in       404      404      404      404      404      409      404      404      404
POST impact:verify                       in       404      404      404      404      404      409      404      404      404
GET  impact:evidence                     in       404      404      404      404      404      404      404      404      404
GET  impact:correct                      in       404      404      404      404      404      404      404      404      404
GET  contests:submit                     in       404      404      404      404      200      200      404      404      404
POST contests:submit                     in       404      404      404      404      409      409      404      404      404
GET  contests:admission                  in       404      404      404      404      404      200      404      404      404
POST contests:admission                  in       404      404      404      404      404      302      404      404      404
GET  contests:outcome                    in       404      404      404      404      404      200      404      404      404
POST contests:outcome                    in       404      404      404      404      404      302      404      404      404
GET  contests:contract                   in       404      404      404      404      404      200      404      404      404
POST contests:contract                   in       404      404      404      404      404      409      404      404      404
GET  contests:after                      in       404      404      302      302      302      302      404      404      404
GET  contests:correct                    in       404      404      404      404      404      200      404      404      404
POST contests:correct                    in       404      404      404      404      404      422      404      404      404
GET  contests:take_back                  in       404      404      404      404      404      200      404      404      404
POST contests:take_back                  in       404      404      404      404      404      302      404      404      404
GET  contests:file                       in       404      404      404      404      404      404      404      404      404
GET  projects:cases                      200      200      200      200      200      200      200      200      200      200
GET  projects:case                       200      200      200      200      200      200      200      200      200      200
POST projects:open_case                  in       422      422      422      422      422      422      422      422      422
GET  projects:enter_code                 in       200      200      200      200      200      200      200      200      200
GET  projects:join                       in       200      200      200      200      200      200      200      200      200
POST projects:join                       in       302      302      302      409      409      302      302      302      302
GET  projects:begin                      in       200      200      200      200      200      200      200      200      200
GET  projects:from_file                  in       200      200      200      200      200      200      200      200      200
GET  projects:to_file                    in       404      404      200      200      200      200      404      404      404
GET  projects:team                       in       404      404      200      200      200      200      404      404      404
POST projects:invite                     in       404      404      404      409      302      404      404      404      404
POST projects:withdraw                   in       404      404      404      409      302      404      404      404      404
POST projects:change_role                in       404      404      404      409      302      404      404      404      404
POST projects:leave                      in       404      404      404      302      302      404      404      404      404
POST projects:show                       in       404      404      409      409      302      302      404      404      404
GET  projects:remarks                    in       404      404      200      200      200      200      404      404      404
POST projects:put_aside                  in       404      404      409      409      302      302      404      404      404
POST projects:take_up                    in       404      404      409      409      302      302      404      404      404
GET  projects:section                    in       404      404      200      200      200      200      404      404      404
POST projects:section                    in       404      404      409      409      302      302      404      404      404
GET  projects:versions                   in       404      404      200      200      200      200      404      404      404
POST projects:restore                    in       404      404      409      409      302      302      404      404      404
POST projects:comment                    in       404      404      302      302      302      302      404      404      404
GET  mail:wishes                         in       200      200      200      200      200      200      200      200      200
POST mail:wishes                         in       200      200      200      200      200      200      200      200      200
GET  mail:stop                           200      200      200      200      200      200      200      200      200      200
POST mail:stop                           302      302      302      302      302      302      302      302      302      302
GET  places:passport                     in       404      200      200      200      200      200      404      404      404
GET  places:years                        in       404      200      200      200      200      200      404      404      404
GET  places:card                         in       404      200      200      200      200      200      404      404      404
GET  places:publishing                   in       404      404      404      200      200      200      404      404      404
POST places:publishing                   in       404      404      404      302      302      302      404      404      404
GET  places:block                        in       404      200      200      200      200      200      404      404      404
POST places:block                        in       404      409      409      302      302      302      404      404      404
POST places:comment_block                in       404      302      302      302      302      302      404      404      404
GET  places:block_versions               in       404      200      200      200      200      200      404      404      404
POST places:restore_block                in       404      409      409      302      302      302      404      404      404
GET  places:public                       200      200      200      200      200      200      200      200      200      200
GET  account_login                       200      302      302      302      302      302      302      302      302      302
GET  account_request_login_code          200      302      302      302      302      302      302      302      302      302
GET  account_confirm_login_code          in       302      302      302      302      302      302      302      302      302
GET  sign_in_by_password                 200      302      302      302      302      302      302      302      302      302
GET  mfa_login_webauthn                  in       302      302      302      302      302      302      302      302      302
GET  mfa_authenticate                    in       302      302      302      302      302      302      302      302      302
GET  account_inactive                    200      200      200      200      200      200      200      200      200      200
GET  account_logout                      302      200      200      200      200      200      200      200      200      200
POST account_logout                      302      302      302      302      302      302      302      302      302      302
GET  account_signup                      200      302      302      302      302      302      302      302      302      302
GET  account_email_verification_sent     in       302      302      302      302      302      302      302      302      302
GET  account_reset_password              200      200      200      200      200      200      200      200      200      200
GET  account_confirm_password_reset_code in       in       in       in       in       in       in       in       in       in
GET  account_complete_password_reset     302      302      302      302      302      302      302      302      302      302
GET  account                             in       200      200      200      200      200      200      200      200      200
POST account                             in       200      200      200      200      200      200      200      200      200
GET  account_email                       in       200      200      200      200      200      200      200      200      200
GET  account_change_password             in       302      302      302      302      302      302      302      302      302
GET  account_set_password                in       200      200      200      200      200      200      200      200      200
GET  mfa_list_webauthn                   in       200      200      200      200      200      200      200      200      200
GET  mfa_index                           in       200      200      200      200      200      200      200      200      200
GET  mfa_add_webauthn                    in       200      200      200      200      200      200      200      200      200
GET  mfa_remove_webauthn                 in       404      404      404      404      404      404      404      404      404
POST mfa_remove_webauthn                 in       404      404      404      404      404      404      404      404      404
GET  mfa_view_recovery_codes             in       404      404      404      404      404      404      404      404      404
GET  mfa_generate_recovery_codes         in       200      200      200      200      200      200      200      200      200
GET  usersessions_list                   in       200      200      200      200      200      200      200      200      200
POST usersessions_list                   in       302      302      302      302      302      302      302      302      302
GET  account_reauthenticate              in       403      403      403      403      403      403      403      403      403
GET  mfa_reauthenticate                  in       403      403      403      403      403      403      403      403      403
GET  mfa_reauthenticate_webauthn         in       403      403      403      403      403      403      403      403      403
GET  gallery                             404      404      404      404      404      404      404      404      404      404
GET  set_language                        302      302      302      302      302      302      302      302      302      302
POST set_language                        302      302      302      302      302      302      302      302      302      302
POST choose_theme                        302      302      302      302      302      302      302      302      302      302
GET  favicon                             302      302      302      302      302      302      302      302      302      302
GET  robots                              200      200      200      200      200      200      200      200      200      200
GET  alive                               200      200      200      200      200      200      200      200      200      200
GET  at_work                              503      503      503      503      503      503      503      503      503      503
"""


@dataclass(frozen=True)
class Register:
    """What the centre knows of the leader: a role, a post, a helper; a code on paper."""

    head: RoleHeld
    staff: RoleHeld
    organisation: Organisation
    code: PaperCode
    post: Post
    trust: Trust


@dataclass(frozen=True)
class Ground:
    """What the territory can build on: a resource, taken into the plan; a neighbour's answers."""

    resource: Resource
    link: Borrowed
    asked: Questionnaire


@dataclass(frozen=True)
class World:
    """A project, its team, and people around it."""

    project: Project
    people: dict[str, Person | None]
    invitation: Invitation
    aside: PutAside
    application: Application
    award: Award
    enrolment: Enrolment
    register: Register
    ground: Ground

    @property
    def block(self) -> PassportBlock:
        return self.project.territory.blocks.get()

    @property
    def deadline(self) -> Deadline:
        return self.enrolment.cohort.deadlines.get()

    @property
    def table(self) -> Import:
        return Import.objects.get()

    @property
    def letter(self) -> Letter:
        return Letter.objects.get(kind="test.news")

    @property
    def consent(self) -> Consent:
        return Consent.objects.get()

    @property
    def asked(self) -> PersonalRequest:
        return PersonalRequest.objects.get()

    @property
    def reader(self) -> Membership:
        return self.project.memberships.get(role=TeamRole.READER)

    @property
    def revision(self) -> Revision:
        return Revision.objects.get(draft__project_section__name="goal")


FOUND_IN: dict[str, Callable[[World], object]] = {
    "pk": lambda world: world.project.pk,
    "section": lambda _world: "goal",
    "block": lambda _world: "people",
    "member": lambda world: world.reader.pk,
    "invitation": lambda world: world.invitation.pk,
    "token": lambda world: world.invitation.token,
    "aside": lambda world: world.aside.pk,
    "revision": lambda world: world.revision.pk,
    "card": lambda _world: cases.all_cards()[0].id,
    "contest": lambda _world: CONTEST,
    "kind": lambda _world: "xlsx",
    "person": lambda world: world.enrolment.person_id,
    "project": lambda world: world.project.pk,
    "held": lambda world: world.register.head.pk,
    "territory": lambda world: world.project.territory_id,
    "post": lambda world: world.register.post.pk,
    "trust": lambda world: world.register.trust.pk,
    "size": lambda _world: "small",
    "step": lambda _world: 1,
    "desk:twins pk": lambda world: world.project.territory_id,
    "centre": lambda world: world.project.centre_id,
    # where the same word means something else
    **{
        f"places:{name} pk": lambda world: world.ground.resource.pk
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
        f"places:{name} pk": lambda world: world.project.territory_id
        for name in ("resources", "add_resource", "capacity")
    },
    **{
        f"places:{name} pk": lambda world: world.ground.asked.pk
        for name in ("answers", "answer_to_map", "erase_answers")
    },
    **{
        f"places:{name} token": lambda world: world.ground.asked.token
        for name in ("neighbour", "question", "introduce", "take_back")
    },
    **{
        f"places:{name} pk": lambda world: world.project.territory_id
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
        f"places:{name} pk": lambda world: world.project.territory.district_id
        for name in ("district", "change_district")
    },
    **{
        f"places:{name} pk": lambda world: world.project.territory.places.get(name="Лесная").pk
        for name in ("village", "remove_village")
    },
    **{
        f"places:{name} pk": lambda world: world.table.pk
        for name in ("imported", "confirm_import", "drop_import")
    },
    "desk:letter pk": lambda world: world.letter.pk,
    "desk:letter_deed pk": lambda world: world.letter.pk,
    "desk:person pk": lambda world: world.enrolment.person_id,
    "edit_person pk": lambda world: world.enrolment.person_id,
    "give_role pk": lambda world: world.enrolment.person_id,
    "take_role pk": lambda world: world.enrolment.person_id,
    "make_paper_code pk": lambda world: world.enrolment.person_id,
    "places:choose_post pk": lambda world: world.enrolment.person_id,
    "places:give_post pk": lambda world: world.enrolment.person_id,
    "desk:name_fellow pk": lambda world: world.enrolment.person_id,
    "confirm_paper_code pk": lambda world: world.register.code.pk,
    "withdraw_paper_code pk": lambda world: world.register.code.pk,
    "paper_code_slip pk": lambda world: world.register.code.pk,
    "purpose": lambda _world: "public",
    **{
        f"{name} pk": lambda world: world.enrolment.person_id
        for name in (
            "consents_of",
            "consent_form_of",
            "enter_consent",
            "enter_withdrawal",
            "desk:ask_erasure_for",
            "desk:journal_of_person",
        )
    },
    "consent_scan pk": lambda world: world.consent.pk,
    "desk:request pk": lambda world: world.asked.pk,
    "desk:refuse_request pk": lambda world: world.asked.pk,
    "desk:journal_of kind": lambda _world: "project",
    "take_office held": lambda world: world.register.staff.pk,
    "organisation pk": lambda world: world.register.organisation.pk,
    "mail:stop token": lambda world: SIGNER.sign(world.reader.person_id),
    "cohorts:programme pk": lambda world: world.enrolment.cohort.programme_id,
    "cohorts:edit_programme pk": lambda world: world.enrolment.cohort.programme_id,
    "cohorts:plan pk": lambda world: world.enrolment.cohort.programme_id,
    "cohorts:add_cohort pk": lambda world: world.enrolment.cohort.programme_id,
    "cohorts:cohort pk": lambda world: world.enrolment.cohort_id,
    "cohorts:edit_cohort pk": lambda world: world.enrolment.cohort_id,
    "cohorts:choose pk": lambda world: world.enrolment.cohort_id,
    "cohorts:enrol pk": lambda world: world.enrolment.cohort_id,
    "cohorts:enrol_person pk": lambda world: world.enrolment.cohort_id,
    "cohorts:deadlines pk": lambda world: world.enrolment.cohort_id,
    "cohorts:edit_deadline pk": lambda world: world.deadline.pk,
    "cohorts:remove_deadline pk": lambda world: world.deadline.pk,
    "cohorts:enrolment pk": lambda world: world.enrolment.pk,
    "cohorts:change_status pk": lambda world: world.enrolment.pk,
    "cohorts:call pk": lambda world: world.enrolment.pk,
    "cohorts:attach pk": lambda world: world.enrolment.pk,
    **{
        f"places:{name} pk": lambda world: world.project.territory_id
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
    "places:restore_block revision": lambda world: world.block.draft.revisions.get().pk,
    "contests:application pk": lambda world: world.application.pk,
    "contests:paper pk": lambda world: world.application.pk,
    "contests:paste pk": lambda world: world.application.pk,
    "impact:award pk": lambda world: world.award.pk,
    "impact:change pk": lambda world: world.award.pk,
    "impact:take_back pk": lambda world: world.award.pk,
    "impact:doubt pk": lambda world: world.award.pk,
    "impact:contribute pk": lambda world: world.award.pk,
    "impact:drop pk": lambda world: world.award.pk,
    "impact:verify pk": lambda world: world.award.pk,
    "impact:evidence pk": lambda world: world.award.pk,
    "impact:win pk": lambda world: world.application.pk,
    "impact:pay pk": lambda world: world.application.pk,
    "impact:correct pk": lambda world: world.application.pk,
    "impact:export kind": lambda _world: "csv",
    "contribution": lambda world: world.award.contributions.get().pk,
    "contests:submit pk": lambda world: world.application.pk,
    "contests:admission pk": lambda world: world.application.pk,
    "contests:outcome pk": lambda world: world.application.pk,
    "contests:contract pk": lambda world: world.application.pk,
    "contests:after pk": lambda world: world.application.pk,
    "contests:correct pk": lambda world: world.application.pk,
    "contests:take_back pk": lambda world: world.application.pk,
    "contests:file pk": lambda world: world.application.pk,
    "turn": lambda world: world.application.turns.first().pk,
}

CONTEST = "fpg"
OPERATION = {"base": "1", "operation": "3f2a9c1e-0001"}
SAVE = {**OPERATION, "goal.text": "Вернуть вечернее занятие."}
SENT: dict[str, dict[str, str]] = {
    "add_organisation": {"name": ""},
    "add_person": {"name": ""},
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
    "projects:renew": {"link": "{world.ground.link.pk}"},
    "projects:take": {"what": "resource:{world.ground.resource.pk}"},
    "places:block": {**OPERATION, "population.value": "1 109"},
    "places:comment_block": {"do": "say:men.value", "say:men.value": "Откуда число?"},
    "places:end_post": {"on": "2026-11-24"},
    "places:give_post": {"title": ""},
    "desk:search": {"q": "вечернее занятие"},
    "desk:letter": {"subject": "Срок", "body": "Раздел «Бюджет» — до пятницы."},
    "desk:letter_deed": {"do": "hold"},
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
    "cohorts:plan": {"form-TOTAL_FORMS": "0", "form-INITIAL_FORMS": "0"},
    "impact:add": {"source": ""},
    "impact:change": {"why": ""},
    "impact:take_back": {"why": "Перепутали"},
    "impact:doubt": {"why": "Другая сумма"},
    "impact:contribute": {"kind": "residents", "form": "money", "paid": "5"},
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
}


@dataclass(frozen=True)
class Row:
    method: str
    name: str
    expected: dict[str, str]


def rows() -> list[Row]:
    who, *lines = [line.split() for line in ACCESS.strip().splitlines()]
    return [Row(method, name, dict(zip(who, cells, strict=True))) for method, name, *cells in lines]


def addresses(resolver: URLResolver, space: str = "") -> Iterator[tuple[str, URLPattern]]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            yield f"{space}{entry.name}", entry
        else:
            yield from addresses(entry, f"{space}{entry.namespace}:" if entry.namespace else space)


def test_every_address_has_a_row_and_every_row_an_address():
    assert {row.name for row in rows()} == {name for name, _ in addresses(get_resolver())}


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row.method} {row.name}")
def test_access(row, world):
    assert {who: answer(row, who, world) for who in world.people} == row.expected


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """Made once: what a request changes in it is undone after each answer."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield made()
        transaction.set_rollback(True)


def made() -> World:
    leader = PersonFactory()
    project = project_of(leader, brief=with_a_weak_goal(example()))
    staff = somebody_with(Role.STAFF, centre=project.centre)
    reader = member_of(project, TeamRole.READER)
    mail.post(subject="Срок", body="До пятницы.", kind="test.news", person=leader, now=NOON)
    keep_passport(project, leader)
    say_about_oneself(leader)
    send_table(staff)
    return World(
        project=project,
        people={
            "visitor": None,
            "stranger": PersonFactory(),
            "expert": somebody_with(Role.EXPERT, centre=project.centre),
            "adviser": somebody_with(Role.EXPERT, centre=project.centre),
            "reader": reader,
            "leader": leader,
            "staff": staff,
            "foreign": somebody_with(Role.STAFF, centre=another_centre()),
            "observer": somebody_with(Role.OBSERVER, centre=project.centre),
            "admin": somebody_with(Role.ADMINISTRATOR),
        },
        invitation=teams.invite(project, role=TeamRole.WRITER, by=leader, now=timezone.now()),
        aside=PutAside.objects.create(project=project, rule="G1", field="goal", by=leader, at=NOON),
        application=submitted(freeze(project, CONTEST, by=leader, now=NOON), staff),
        award=given(project, staff),
        enrolment=enrolled(project, leader, staff),
        register=registered(project, leader, helper=reader, staff=staff),
        ground=built_on(project, leader),
    )


def built_on(project: Project, leader: Person) -> Ground:
    territory = project.territory
    told = resources.Told(title="Пруд за школой", layer=Layer.PHYSICAL)
    resource = resources.add(territory, told, by=leader, now=NOON)
    asked = capacity.ask(territory, token="q" * 32, by=leader, now=timezone.now())
    capacity.answer(asked, "hands", "Кладу печи", now=timezone.now())
    link = borrowing.take(project, of_resource(resource), Use.PLAN, by=leader, now=NOON)
    return Ground(resource, link, asked)


def say_about_oneself(leader: Person) -> None:
    """A consent is given; erasure is asked for."""
    consents.load_texts(now=NOON)
    text = ConsentText.objects.get(purpose="public")
    consents.give(leader, text, way=ConsentWay.WEB, by=leader, now=NOON)
    requests.ask_erasure(leader, by=leader, now=NOON)


def send_table(staff: Person) -> None:
    """A table of territories with a mistake in it."""
    counts = {"made": 1, "changed": 0, "same": 0, "mistakes_found": 1}
    report = {**counts, "mistakes": [], "news": []}
    Import.objects.create(name="территории.csv", report=report, by=staff, at=NOON)


def keep_passport(project: Project, leader: Person) -> None:
    """One block of the passport, of which one number is shown to all."""
    passports.open_block(project.territory, Block.PEOPLE, by=leader, now=NOON)
    shown = {Block.PEOPLE: ["population"]}
    publishing.publish(project.territory, shown, by=leader, now=NOON)


def registered(project: Project, leader: Person, *, helper: Person, staff: Person) -> Register:
    centre, colleague = project.centre, somebody_with(Role.STAFF, centre=project.centre)
    office = posts.Office(title="руководитель территории")
    return Register(
        head=leader.roles.get(role=Role.HEAD),
        staff=colleague.roles.get(),
        organisation=Organisation.objects.create(centre=centre, kind="ngo", name="АНО «Лесная»"),
        code=people.paper_codes.make(leader, by=colleague, now=timezone.now()),
        post=posts.give_post(leader, project.territory, office, by=staff, now=NOON),
        trust=people.trust.trust(leader, helper, now=NOON),
    )


def enrolled(project: Project, leader: Person, staff: Person) -> Enrolment:
    programme = cohorts.add_programme("Территория развития", centre=project.centre, by=staff)
    cohort = cohorts.add_cohort(programme, "Набор", starts_on=NOON.date(), by=staff)
    cohorts.add_deadline(cohort, "Команда собрана", due_on=NOON.date(), by=staff)
    ground = {"territory": project.territory, "project": project}
    return cohorts.enrol(cohort, person=leader, **ground, by=staff, now=NOON)


def given(project: Project, staff: Person) -> Award:
    """Money of a firm, to which residents have added."""
    said = {"source": "Мельница", "kind": Kind.BUSINESS, "awarded": Decimal(5)}
    day = {"decided_on": NOON.date(), "by": staff, "now": NOON}
    award = money.add_award(project, **said, **day)
    money.contribute(award, kind=Kind.RESIDENTS, paid=Decimal(5), by=staff, now=NOON)
    return award


def submitted(application: Application, staff: Person) -> Application:
    submit(application, at=NOON, by=staff, now=NOON)
    return application


def with_a_weak_goal(brief: Brief) -> Brief:
    """There is a remark to put aside."""
    goal = brief.goal.model_copy(update={"text": "Строительство спортивной площадки."})
    return brief.model_copy(update={"goal": goal})


def answer(row: Row, who: str, world: World) -> str:
    """What this person gets; whatever the request has changed is undone."""
    cache.clear()
    client = Client()
    address = reverse(row.name, kwargs=arguments(row.name, world))
    with transaction.atomic():
        if person := world.people[who]:
            client.force_login(person)
        Project.objects.update(is_shown_to_experts=who == "adviser")
        send = client.post if row.method == "POST" else client.get
        response = send(address, sent(row.name, world))
        transaction.set_rollback(True)
    led_to_sign_in = response.status_code == 302 and response.url.startswith("/sign-in/")
    return "in" if led_to_sign_in else str(response.status_code)


def sent(name: str, world: World) -> dict[str, str]:
    """With the numbers of this world where braces stand."""
    return {key: text.format(world=world) for key, text in SENT.get(name, {}).items()}


def arguments(name: str, world: World) -> dict[str, Any]:
    pattern = dict(addresses(get_resolver()))[name].pattern
    return {
        argument: FOUND_IN.get(f"{name} {argument}", FOUND_IN[argument])(world)
        for argument in pattern.regex.groupindex
    }
