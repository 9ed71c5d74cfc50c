import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from peremena.kit.first_tables import FirstTables


class Migration(FirstTables):

    replaces = [('intake', '0001_initial'), ('intake', '0002_what_a_call_needs_at_the_door'), ('intake', '0003_when_an_application_was_taken_back'), ('intake', '0004_what_the_marks_came_to'), ('intake', '0005_until_when_experts_mark'), ('intake', '0006_whom_to_ring')]

    dependencies = [
        ('cohorts', '0002_one_learner_of_a_project'),
        ('drafts', '0002_how_it_was_heard'),
        ('people', '0007_consent_to_apply'),
        ('places', '0006_resources_and_neighbours'),
    ]

    operations = [
        migrations.CreateModel(
            name='Call',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=200)),
                ('slug', models.SlugField(max_length=40, unique=True)),
                ('lead', models.TextField(blank=True, max_length=2000)),
                ('text', models.TextField(blank=True, max_length=8000)),
                ('opens_at', models.DateTimeField()),
                ('closes_at', models.DateTimeField()),
                ('seminar_at', models.DateTimeField(blank=True, null=True)),
                ('seminar_place', models.CharField(blank=True, max_length=300)),
                ('waiting', models.PositiveSmallIntegerField(default=4)),
                ('offer_days', models.PositiveSmallIntegerField(default=3)),
                ('conditions', models.JSONField(blank=True, default=list)),
                ('questions', models.JSONField(blank=True, default=list)),
                ('rubric', models.JSONField(blank=True, default=list)),
                ('quotas', models.JSONField(blank=True, default=list)),
                ('published_at', models.DateTimeField(blank=True, null=True)),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('is_demonstration', models.BooleanField(default=False)),
                ('cohort', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='calls', to='cohorts.cohort')),
                ('phone', models.CharField(blank=True, max_length=60)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('closes_at__gt', models.F('opens_at'))), name='a_call_closes_after_it_opens')],
            },
        ),
        migrations.CreateModel(
            name='Candidate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('village', models.CharField(blank=True, max_length=160)),
                ('token', models.CharField(max_length=43, unique=True)),
                ('code', models.CharField(max_length=12, unique=True)),
                ('tag', models.CharField(blank=True, max_length=40)),
                ('channel', models.CharField(choices=[('web', 'filled in on the site'), ('phone', 'dictated by phone'), ('paper', 'copied from paper')], default='web', max_length=8)),
                ('agreed_at', models.DateTimeField(blank=True, null=True)),
                ('state', models.CharField(choices=[('begun', 'not finished'), ('handed-in', 'handed in'), ('withdrawn', 'taken back by its author')], default='begun', max_length=10)),
                ('begun_at', models.DateTimeField()),
                ('handed_in_at', models.DateTimeField(blank=True, null=True)),
                ('is_late', models.BooleanField(default=False)),
                ('is_invited', models.BooleanField(default=False)),
                ('arrived_at', models.DateTimeField(blank=True, null=True)),
                ('is_demonstration', models.BooleanField(default=False)),
                ('call', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='candidates', to='intake.call')),
                ('consent_text', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.consenttext')),
                ('draft', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='candidate', to='drafts.draft')),
                ('entered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='candidacies', to=settings.AUTH_USER_MODEL)),
                ('territory', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='candidates', to='places.territory')),
                ('district', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='candidates', to='places.district')),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('is_newcomer', models.BooleanField(blank=True, null=True)),
                ('search_text', models.CharField(blank=True, max_length=700)),
                ('ticked_at', models.DateTimeField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'indexes': [models.Index(fields=['call', 'state', '-handed_in_at'], name='candidates_in_order'), models.Index(fields=['call', 'territory'], name='candidates_of_a_territory'), models.Index(fields=['call', '-begun_at', '-id'], name='candidates_as_they_came')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('state', 'handed-in'), _negated=True), ('handed_in_at__isnull', False), _connector='OR'), name='what_is_handed_in_has_a_time'), models.CheckConstraint(condition=models.Q(models.Q(('agreed_at', None), ('consent_text', None)), models.Q(('agreed_at__isnull', False), ('consent_text__isnull', False)), _connector='OR'), name='an_applicant_agreed_to_a_text_at_a_time'), models.UniqueConstraint(condition=models.Q(('state', 'withdrawn'), _negated=True), fields=('call', 'person'), name='a_person_is_a_candidate_once')],
            },
        ),
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('verdict', models.CharField(choices=[('taken', 'taken into the school'), ('waiting', 'on the waiting list'), ('not-taken', 'not taken this time')], max_length=10)),
                ('reason', models.TextField(max_length=2000)),
                ('alternative', models.CharField(blank=True, choices=[('next-intake', 'an invitation to the next intake'), ('cases', 'the library of cases, open at once'), ('other-school', 'another course that fits better')], max_length=16)),
                ('rank', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('at', models.DateTimeField()),
                ('told_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('candidate', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='decision', to='intake.candidate')),
                ('enrolment', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='decision', to='cohorts.enrolment')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='a_decision_has_a_reason'), models.CheckConstraint(condition=models.Q(models.Q(('rank__isnull', False), ('verdict', 'waiting')), models.Q(models.Q(('verdict', 'waiting'), _negated=True), ('rank', None)), _connector='OR'), name='only_who_waits_has_a_rank')],
            },
        ),
        migrations.CreateModel(
            name='Marker',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateTimeField()),
                ('until', models.DateTimeField(blank=True, null=True)),
                ('declared_at', models.DateTimeField(blank=True, null=True)),
                ('call', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='markers', to='intake.call')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='marks_for', to=settings.AUTH_USER_MODEL)),
                ('due_on', models.DateField(blank=True, null=True)),
                ('reminded_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('until', None)), fields=('call', 'person'), name='asked_to_mark_once')],
            },
        ),
        migrations.CreateModel(
            name='Mark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('points', models.JSONField(default=dict)),
                ('note', models.TextField(blank=True, max_length=2000)),
                ('changed_at', models.DateTimeField()),
                ('done_at', models.DateTimeField(blank=True, null=True)),
                ('candidate', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='marks', to='intake.candidate')),
                ('marker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='marks', to='intake.marker')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('marker', 'candidate'), name='one_mark_of_a_marker')],
            },
        ),
        migrations.CreateModel(
            name='Conflict',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('same-organisation', 'works in the same organisation'), ('same-territory', 'is of the same territory'), ('relative', 'is a relative, by their own word'), ('own-word', 'has said that they are too close')], max_length=20)),
                ('at', models.DateTimeField()),
                ('candidate', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='conflicts', to='intake.candidate')),
                ('marker', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='conflicts', to='intake.marker')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('marker', 'candidate', 'kind'), name='an_interest_is_noted_once')],
            },
        ),
        migrations.CreateModel(
            name='Offer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('offered_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('answer', models.CharField(blank=True, choices=[('accepted', 'accepted'), ('declined', 'declined'), ('expired', 'no answer in time')], max_length=10)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('candidate', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='offers', to='intake.candidate')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('answer', '')), fields=('candidate',), name='one_open_offer'), models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_at', None)), models.Q(models.Q(('answer', ''), _negated=True), ('answered_at__isnull', False)), _connector='OR'), name='an_answered_offer_has_a_time'), models.CheckConstraint(condition=models.Q(('expires_at__gt', models.F('offered_at'))), name='an_offer_lasts_a_while')],
            },
        ),
        migrations.CreateModel(
            name='Impression',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=40)),
                ('on', models.DateField()),
                ('useful', models.PositiveSmallIntegerField()),
                ('clear', models.PositiveSmallIntegerField()),
                ('will_go_on', models.BooleanField(blank=True, null=True)),
                ('text', models.TextField(blank=True, max_length=1000)),
                ('call', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='impressions', to='intake.call')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('call', 'key'), name='one_impression_a_send'), models.CheckConstraint(condition=models.Q(('clear__range', (1, 5)), ('useful__range', (1, 5))), name='an_impression_is_of_one_to_five')],
            },
        ),
        migrations.CreateModel(
            name='Standing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('mean', models.DecimalField(decimal_places=2, max_digits=5)),
                ('spread', models.DecimalField(decimal_places=2, max_digits=5)),
                ('count', models.PositiveSmallIntegerField()),
                ('opened_at', models.DateTimeField()),
                ('candidate', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='standing', to='intake.candidate')),
            ],
            options={
                'indexes': [models.Index(fields=['-mean', 'spread'], name='standings_from_the_best')],
            },
        ),
    ]
