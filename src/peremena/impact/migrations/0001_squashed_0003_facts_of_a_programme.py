import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from peremena.kit.first_tables import FirstTables


class Migration(FirstTables):

    replaces = [('impact', '0001_ledger'), ('impact', '0002_version_of_a_row'), ('impact', '0003_facts_of_a_programme')]

    dependencies = [
        ('cohorts', '0003_gates_and_certificates'),
        ('contests', '0003_applications_never_change'),
        ('people', '0004_roles_in_centres'),
        ('places', '0002_centres'),
        ('projects', '0003_first_centre'),
    ]

    operations = [
        migrations.CreateModel(
            name='Award',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('contest', models.CharField(blank=True, max_length=40)),
                ('source', models.CharField(max_length=200)),
                ('source_key', models.CharField(max_length=200)),
                ('kind', models.CharField(choices=[('regional', 'regional budget'), ('federal', 'federal budget'), ('municipal', 'municipal budget'), ('fund', 'a fund: Presidential Grants, Cultural Initiatives, another'), ('business', 'business'), ('residents', 'residents'), ('own', "the NGO's own money"), ('in-kind', 'things and work, in roubles')], max_length=10)),
                ('requested', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                ('awarded', models.DecimalField(decimal_places=2, max_digits=14)),
                ('paid', models.DecimalField(decimal_places=2, default=0, max_digits=14)),
                ('decided_on', models.DateField()),
                ('document', models.CharField(blank=True, max_length=120)),
                ('document_key', models.CharField(blank=True, max_length=120)),
                ('document_on', models.DateField(blank=True, null=True)),
                ('link', models.URLField(blank=True, max_length=500)),
                ('file', models.FileField(blank=True, upload_to='awards/')),
                ('sha256', models.CharField(blank=True, max_length=64)),
                ('proof', models.CharField(choices=[('stated', 'stated, no document yet'), ('attached', 'document attached'), ('confirmed', 'confirmed by whoever gives the money')], default='stated', max_length=10)),
                ('attribution', models.CharField(choices=[('full', 'made in the school'), ('helped', 'the school helped'), ('alumni', 'alumni did it themselves')], default='full', max_length=8)),
                ('entered_at', models.DateTimeField()),
                ('verified_at', models.DateTimeField(blank=True, null=True)),
                ('doubt', models.CharField(blank=True, max_length=1000)),
                ('taken_back_at', models.DateTimeField(blank=True, null=True)),
                ('is_demonstration', models.BooleanField(default=False)),
                ('application', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='award', to='contests.application')),
                ('centre', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='awards', to='people.centre')),
                ('changed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('cohort', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='awards', to='cohorts.cohort')),
                ('doubted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('entered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('project', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='awards', to='projects.project')),
                ('territory', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='awards', to='places.territory')),
                ('verified_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('version', models.PositiveIntegerField(default=1)),
            ],
            options={
                'indexes': [models.Index(fields=['centre', '-decided_on', '-id'], name='ledger_of_a_centre')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('taken_back_at', None)), fields=('project', 'source_key', 'decided_on'), name='one_row_a_decision'), models.UniqueConstraint(condition=models.Q(('taken_back_at', None), models.Q(('document_key', ''), _negated=True)), fields=('project', 'source_key', 'document_key', 'document_on'), name='one_row_a_document'), models.CheckConstraint(condition=models.Q(('awarded__gt', 0), ('paid__gte', 0), ('paid__lte', models.F('awarded'))), name='at_most_what_was_awarded_is_paid'), models.CheckConstraint(condition=models.Q(models.Q(('verified_at', None), ('verified_by', None)), models.Q(('verified_at__isnull', False), ('verified_by__isnull', False)), _connector='OR'), name='confirmed_by_somebody_at_a_time'), models.CheckConstraint(condition=models.Q(('verified_by', None), models.Q(('verified_by', models.F('entered_by')), _negated=True), _connector='OR'), name='whoever_enters_does_not_confirm'), models.CheckConstraint(condition=models.Q(('verified_by', None), ('changed_by', None), models.Q(('verified_by', models.F('changed_by')), _negated=True), _connector='OR'), name='whoever_changes_does_not_confirm'), models.CheckConstraint(condition=models.Q(('proof', 'stated'), models.Q(('document', ''), _negated=True), models.Q(('link', ''), _negated=True), models.Q(('file', ''), _negated=True), _connector='OR'), name='a_proof_is_a_document'), models.CheckConstraint(condition=models.Q(('verified_by', None), models.Q(models.Q(('proof', 'stated'), _negated=True), ('doubt', ''), ('taken_back_at', None)), _connector='OR'), name='only_what_is_proven_is_confirmed'), models.CheckConstraint(condition=models.Q(models.Q(('doubt', ''), ('doubted_by', None)), models.Q(models.Q(('doubt', ''), _negated=True), ('doubted_by__isnull', False)), _connector='OR'), name='a_doubt_is_somebodys'), models.CheckConstraint(condition=models.Q(('source_key', ''), _negated=True), name='money_comes_from_somewhere')],
            },
        ),
        migrations.CreateModel(
            name='Contribution',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('regional', 'regional budget'), ('federal', 'federal budget'), ('municipal', 'municipal budget'), ('fund', 'a fund: Presidential Grants, Cultural Initiatives, another'), ('business', 'business'), ('residents', 'residents'), ('own', "the NGO's own money"), ('in-kind', 'things and work, in roubles')], max_length=10)),
                ('form', models.CharField(choices=[('money', 'in money'), ('property', 'in things'), ('labour', 'in work')], default='money', max_length=8)),
                ('is_named', models.BooleanField(default=False)),
                ('promised', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                ('paid', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                ('document', models.CharField(blank=True, max_length=200)),
                ('entered_at', models.DateTimeField()),
                ('award', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='contributions', to='impact.award')),
                ('entered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='contributions', to='people.organisation')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('promised__gt', 0), ('promised__isnull', False)), models.Q(('paid__gt', 0), ('paid__isnull', False)), _connector='OR'), name='a_contribution_is_something'), models.CheckConstraint(condition=models.Q(('is_named', False), ('organisation__isnull', False), _connector='OR'), name='only_an_organisation_is_named')],
            },
        ),
        migrations.CreateModel(
            name='Correction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('why', models.CharField(max_length=1000)),
                ('changed', models.JSONField(default=dict)),
                ('award', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='impact.award')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='CountedBy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(choices=[('applicants', 'applied'), ('seminar', 'came to the seminar'), ('chosen', 'were chosen'), ('not-taken', 'were not taken, with a reason'), ('enrolled', 'were enrolled'), ('left', 'left, with a reason'), ('sessions', 'days of the school held'), ('hours', 'academic hours held'), ('homework', 'homework accepted'), ('consultations', 'consultations'), ('consultation-minutes', 'minutes of consultations'), ('gate-1', 'passed the first gate'), ('gate-2', 'passed the second gate'), ('gate-3', 'passed the third gate'), ('graduated', 'graduated'), ('certificates', 'certificates that hold'), ('territories', 'territories that learn'), ('passports', 'passports filled in to 80 %'), ('resources', 'resources and traditions on the map'), ('projects', 'projects of the cohorts'), ('teams', 'teams of three and more'), ('team-people', 'people in the teams'), ('shown', 'projects shown to experts'), ('applications', 'applications to contests made'), ('submitted', 'applications submitted'), ('won', 'applications won'), ('lost', 'applications lost or not admitted'), ('money', 'money attracted, ₽'), ('partners', 'organisations that add to projects')], max_length=24)),
                ('promise', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='counted_by', to='cohorts.plannedindicator')),
            ],
            options={
                'verbose_name_plural': 'counted by',
            },
        ),
        migrations.CreateModel(
            name='Fact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('amount', models.DecimalField(decimal_places=2, max_digits=14)),
                ('on', models.DateField()),
                ('words', models.CharField(blank=True, max_length=500)),
                ('link', models.URLField(blank=True, max_length=500)),
                ('file', models.FileField(blank=True, upload_to='facts/')),
                ('sha256', models.CharField(blank=True, max_length=64)),
                ('entered_at', models.DateTimeField()),
                ('taken_back_at', models.DateTimeField(blank=True, null=True)),
                ('why_taken_back', models.CharField(blank=True, max_length=500)),
                ('entered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('promise', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='facts', to='cohorts.plannedindicator')),
                ('taken_back_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('amount__gt', 0)), name='a_fact_is_more_than_nothing'), models.CheckConstraint(condition=models.Q(models.Q(('words', ''), _negated=True), models.Q(('link', ''), _negated=True), models.Q(('file', ''), _negated=True), _connector='OR'), name='a_fact_has_a_proof'), models.CheckConstraint(condition=models.Q(models.Q(('taken_back_at', None), ('taken_back_by', None), ('why_taken_back', '')), models.Q(('taken_back_at__isnull', False), ('taken_back_by__isnull', False), models.Q(('why_taken_back', ''), _negated=True)), _connector='OR'), name='a_fact_taken_back_says_why')],
            },
        ),
    ]
