import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from peremena.kit.first_tables import FirstTables


class Migration(FirstTables):

    replaces = [('people', '0001_initial'), ('people', '0002_centres'), ('people', '0003_first_centre'), ('people', '0004_roles_in_centres'), ('people', '0005_consents_and_sweeps'), ('people', '0006_two_cards'), ('people', '0007_consent_to_apply')]

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('email', models.EmailField(blank=True, max_length=254, null=True, unique=True)),
                ('name', models.CharField(max_length=120)),
                ('patronymic', models.CharField(blank=True, max_length=120)),
                ('surname', models.CharField(blank=True, max_length=120)),
                ('about', models.CharField(blank=True, max_length=200)),
                ('is_active', models.BooleanField(default=True)),
                ('is_demonstration', models.BooleanField(default=False)),
                ('joined_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('channel', models.CharField(choices=[('mail', 'reads e-mail'), ('phone', 'ring, no e-mail'), ('messenger', 'reads a messenger'), ('paper', 'paper only')], default='mail', max_length=10)),
                ('erased_at', models.DateTimeField(blank=True, null=True)),
                ('phone', models.CharField(blank=True, max_length=32)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('email', None), ('email', django.db.models.functions.text.Lower('email')), _connector='OR'), name='email_is_lower_case')],
            },
        ),
        migrations.CreateModel(
            name='Centre',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, unique=True)),
                ('short', models.CharField(max_length=60)),
                ('is_demonstration', models.BooleanField(default=False)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='a_centre_has_a_name')],
            },
        ),
        migrations.CreateModel(
            name='RoleHeld',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('staff', 'staff of the school'), ('head', 'head of a territory'), ('activist', 'activist'), ('expert', 'expert'), ('mentor', 'mentor'), ('partner', 'partner'), ('observer', 'funder’s observer'), ('administrator', 'administrator')], max_length=16)),
                ('since', models.DateTimeField()),
                ('until', models.DateTimeField(blank=True, null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='roles', to=settings.AUTH_USER_MODEL)),
                ('centre', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='roles', to='people.centre')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('until', None), ('until__gte', models.F('since')), _connector='OR'), name='a_role_ends_after_it_began'), models.UniqueConstraint(condition=models.Q(('until', None)), fields=('person', 'role', 'centre'), name='a_role_is_held_once'), models.UniqueConstraint(condition=models.Q(('centre', None), ('until', None)), fields=('person', 'role'), name='an_administrator_is_one_once'), models.CheckConstraint(condition=models.Q(models.Q(('centre', None), ('role', 'administrator')), models.Q(models.Q(('role', 'administrator'), _negated=True), ('centre__isnull', False)), _connector='OR'), name='every_role_but_the_administrators_is_held_in_a_centre')],
            },
        ),
        migrations.CreateModel(
            name='ConsentText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('purpose', models.CharField(choices=[('applying', 'to apply for a place at the school'), ('learning', 'to learn at the school'), ('public', 'to be named and shown in public'), ('contacts', 'to give one’s contacts to other participants'), ('letters', 'to get letters about contests and events')], max_length=24)),
                ('version', models.PositiveIntegerField()),
                ('title', models.CharField(max_length=200)),
                ('body', models.TextField()),
                ('since', models.DateTimeField()),
                ('until', models.DateTimeField(blank=True, null=True)),
                ('body_en', models.TextField(blank=True)),
                ('is_sample', models.BooleanField(default=False)),
                ('title_en', models.CharField(blank=True, max_length=200)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('purpose', 'version'), name='one_consent_text_a_version'), models.UniqueConstraint(condition=models.Q(('until', None)), fields=('purpose',), name='one_text_in_force_a_purpose')],
            },
        ),
        migrations.CreateModel(
            name='Consent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('given_at', models.DateTimeField()),
                ('given_by', models.CharField(choices=[('web', 'on the page'), ('paper', 'on paper'), ('phone', 'by phone')], max_length=8)),
                ('scan', models.FileField(blank=True, upload_to='consents/')),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('withdrawn_by', models.CharField(blank=True, choices=[('web', 'on the page'), ('paper', 'on paper'), ('phone', 'by phone')], max_length=8)),
                ('entered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='consents', to=settings.AUTH_USER_MODEL)),
                ('text', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='consents', to='people.consenttext')),
                ('operator', models.CharField(blank=True, max_length=500)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('withdrawn_at', None)), fields=('person', 'text'), name='a_consent_is_given_once'), models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at', None), ('withdrawn_by', '')), models.Q(('withdrawn_at__gte', models.F('given_at')), models.Q(('withdrawn_by', ''), _negated=True)), _connector='OR'), name='a_withdrawn_consent_has_a_time_and_a_way')],
            },
        ),
        migrations.CreateModel(
            name='Organisation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('ngo', 'non-profit organisation'), ('tos', 'residents’ self-government (ТОС)'), ('municipal_body', 'administration'), ('municipal_institution', 'municipal institution'), ('state', 'state body'), ('fund', 'fund'), ('business', 'business'), ('sole_trader', 'sole trader'), ('other', 'other')], max_length=24)),
                ('name', models.CharField(max_length=300)),
                ('short', models.CharField(blank=True, max_length=120)),
                ('inn', models.CharField(blank=True, max_length=12)),
                ('ogrn', models.CharField(blank=True, max_length=15)),
                ('address', models.CharField(blank=True, max_length=300)),
                ('registered_on', models.DateField(blank=True, null=True)),
                ('is_demonstration', models.BooleanField(default=False)),
                ('centre', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='organisations', to='people.centre')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('ogrn', ''), _negated=True), fields=('centre', 'ogrn'), name='one_organisation_an_ogrn'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='an_organisation_has_a_name')],
            },
        ),
        migrations.CreateModel(
            name='PaperCode',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=128, unique=True)),
                ('made_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('confirmed_at', models.DateTimeField(blank=True, null=True)),
                ('used_at', models.DateTimeField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('confirmed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='paper_codes', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('confirmed_by', None), models.Q(('confirmed_by', models.F('made_by')), _negated=True), _connector='OR'), name='a_second_person_confirms_a_paper_code'), models.CheckConstraint(condition=models.Q(('used_at', None), ('confirmed_at__isnull', False), _connector='OR'), name='only_a_confirmed_paper_code_is_used')],
            },
        ),
        migrations.CreateModel(
            name='PersonalRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('asked', 'asked'), ('refused', 'not done'), ('fulfilled', 'fulfilled')], default='asked', max_length=10)),
                ('asked_at', models.DateTimeField()),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('reason', models.CharField(blank=True, max_length=1000)),
                ('proof', models.JSONField(blank=True, default=dict)),
                ('closed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='personal_requests', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('closed_at', None)), fields=('person',), name='one_open_request_a_person'), models.CheckConstraint(condition=models.Q(models.Q(('closed_at', None), ('state', 'asked')), ('closed_at__isnull', False), _connector='OR'), name='an_answered_request_has_a_time')],
            },
        ),
        migrations.CreateModel(
            name='Registration',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateTimeField()),
                ('centre', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='registrations', to='people.centre')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='registrations', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('centre', 'person'), name='registered_once_in_a_centre')],
            },
        ),
        migrations.CreateModel(
            name='Trust',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateTimeField()),
                ('until', models.DateTimeField(blank=True, null=True)),
                ('helper', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='helps', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='helpers', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name_plural': 'trust',
                'constraints': [models.UniqueConstraint(condition=models.Q(('until', None)), fields=('person', 'helper'), name='one_trust_a_helper'), models.CheckConstraint(condition=models.Q(('person', models.F('helper')), _negated=True), name='nobody_helps_oneself')],
            },
        ),
        migrations.CreateModel(
            name='Sweep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('destroyed', models.JSONField(default=dict)),
            ],
            options={
                'verbose_name_plural': 'sweeps',
                'indexes': [models.Index(fields=['-at'], name='last_sweeps_first')],
            },
        ),
        migrations.CreateModel(
            name='Merge',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('asked_at', models.DateTimeField()),
                ('at', models.DateTimeField(blank=True, null=True)),
                ('undone_at', models.DateTimeField(blank=True, null=True)),
                ('taken', models.JSONField(default=list)),
                ('moved', models.JSONField(default=dict)),
                ('changed', models.JSONField(default=list)),
                ('dropped', models.JSONField(default=list)),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('gone', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='merged_into', to=settings.AUTH_USER_MODEL)),
                ('kept', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='merges', to=settings.AUTH_USER_MODEL)),
                ('undone_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('undone_at', None)), fields=('gone',), name='a_card_is_merged_once'), models.CheckConstraint(condition=models.Q(('kept', models.F('gone')), _negated=True), name='no_card_is_merged_with_itself')],
            },
        ),
    ]
