import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from peremena.kit.first_tables import FirstTables


class Migration(FirstTables):

    replaces = [('places', '0001_initial'), ('places', '0002_centres'), ('places', '0003_dated_places'), ('places', '0004_a_row_for_each_village'), ('places', '0005_without_lists'), ('places', '0006_resources_and_neighbours'), ('places', '0007_operations')]

    dependencies = [
        ('drafts', '0001_initial'),
        ('people', '0002_centres'),
    ]

    operations = [
        migrations.CreateModel(
            name='District',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, unique=True)),
                ('latitude', models.FloatField()),
                ('longitude', models.FloatField()),
                ('population', models.PositiveIntegerField(blank=True, null=True)),
                ('population_year', models.PositiveSmallIntegerField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='Territory',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=160)),
                ('centre', models.CharField(max_length=120)),
                ('population', models.PositiveIntegerField(blank=True, null=True)),
                ('since', models.DateField(blank=True, null=True)),
                ('is_demonstration', models.BooleanField(default=False)),
                ('district', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='territories', to='places.district')),
                ('population_source', models.CharField(blank=True, max_length=300)),
                ('population_year', models.PositiveSmallIntegerField(blank=True, null=True)),
            ],
            options={
                'verbose_name_plural': 'territories',
                'constraints': [models.UniqueConstraint(fields=('district', 'name'), name='one_territory_of_a_name'), models.CheckConstraint(condition=models.Q(('centre', ''), _negated=True), name='a_territory_has_a_centre')],
            },
        ),
        migrations.CreateModel(
            name='Village',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120)),
                ('population', models.PositiveIntegerField(blank=True, null=True)),
                ('population_year', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('population_source', models.CharField(blank=True, max_length=300)),
                ('latitude', models.FloatField(blank=True, null=True)),
                ('longitude', models.FloatField(blank=True, null=True)),
                ('territory', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='places', to='places.territory')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('territory', 'name'), name='one_village_of_a_name')],
            },
        ),
        migrations.CreateModel(
            name='Care',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateTimeField()),
                ('until', models.DateTimeField(blank=True, null=True)),
                ('centre', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='care', to='people.centre')),
                ('territory', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='care', to='places.territory')),
            ],
            options={
                'verbose_name_plural': 'care',
                'constraints': [models.UniqueConstraint(condition=models.Q(('until', None)), fields=('centre', 'territory'), name='one_care_at_a_time')],
            },
        ),
        migrations.CreateModel(
            name='Keeper',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateTimeField()),
                ('until', models.DateTimeField(blank=True, null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='keeps', to=settings.AUTH_USER_MODEL)),
                ('territory', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='keepers', to='places.territory')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('until', None)), fields=('territory', 'person'), name='a_keeper_keeps_a_passport_once')],
            },
        ),
        migrations.CreateModel(
            name='PassportBlock',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=24)),
                ('shown', models.JSONField(blank=True, default=list)),
                ('draft', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='passport_block', to='drafts.draft')),
                ('territory', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='blocks', to='places.territory')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('territory', 'name'), name='one_draft_a_block')],
            },
        ),
        migrations.CreateModel(
            name='Post',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=160)),
                ('is_head', models.BooleanField(default=True)),
                ('since', models.DateField(blank=True, null=True)),
                ('until', models.DateField(blank=True, null=True)),
                ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='posts', to='people.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='posts', to=settings.AUTH_USER_MODEL)),
                ('territory', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='posts', to='places.territory')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('is_head', True), ('until', None)), fields=('territory',), name='one_head_of_a_territory_now'), models.CheckConstraint(condition=models.Q(('until', None), ('since', None), ('until__gte', models.F('since')), _connector='OR'), name='a_post_ends_after_it_began')],
            },
        ),
        migrations.CreateModel(
            name='TerritoryCode',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=11)),
                ('since', models.DateField(blank=True, null=True)),
                ('until', models.DateField(blank=True, null=True)),
                ('territory', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='codes', to='places.territory')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('territory', 'code'), name='one_row_a_code'), models.UniqueConstraint(condition=models.Q(('until', None)), fields=('code',), name='one_territory_of_a_code_now')],
            },
        ),
        migrations.CreateModel(
            name='TerritoryStatus',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(choices=[('settlement', 'rural settlement'), ('town', 'town settlement'), ('unit', 'territorial unit of the okrug'), ('other', 'other')], max_length=16)),
                ('since', models.DateField(blank=True, null=True)),
                ('until', models.DateField(blank=True, null=True)),
                ('source', models.CharField(blank=True, max_length=300)),
                ('territory', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='statuses', to='places.territory')),
            ],
            options={
                'verbose_name_plural': 'territory statuses',
                'constraints': [models.UniqueConstraint(condition=models.Q(('until', None)), fields=('territory',), name='one_status_of_a_territory_now'), models.CheckConstraint(condition=models.Q(('until', None), ('since', None), ('until__gte', models.F('since')), _connector='OR'), name='a_status_ends_after_it_began')],
            },
        ),
        migrations.CreateModel(
            name='DistrictStatus',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('district', 'municipal district'), ('okrug', 'municipal okrug'), ('city', 'city okrug')], max_length=16)),
                ('name', models.CharField(max_length=160)),
                ('code', models.CharField(blank=True, max_length=8)),
                ('since', models.DateField(blank=True, null=True)),
                ('until', models.DateField(blank=True, null=True)),
                ('is_current', models.BooleanField(default=False)),
                ('source', models.CharField(blank=True, max_length=300)),
                ('district', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='statuses', to='places.district')),
            ],
            options={
                'verbose_name_plural': 'district statuses',
                'constraints': [models.UniqueConstraint(condition=models.Q(('is_current', True)), fields=('district',), name='one_status_of_a_district_now'), models.CheckConstraint(condition=models.Q(('is_current', False), ('until', None), _connector='OR'), name='what_a_district_is_now_has_not_ended')],
            },
        ),
        migrations.CreateModel(
            name='Import',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200)),
                ('file', models.FileField(blank=True, upload_to='imports/')),
                ('state', models.CharField(choices=[('read', 'Read, nothing is brought in yet'), ('waiting', 'Waiting for its turn'), ('at-work', 'Being brought in'), ('done', 'Brought in'), ('failed', 'Not brought in'), ('dropped', 'Set aside')], default='read', max_length=16)),
                ('total', models.PositiveIntegerField(default=0)),
                ('done', models.PositiveIntegerField(default=0)),
                ('report', models.JSONField(default=dict)),
                ('at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Questionnaire',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('token', models.CharField(max_length=43, unique=True)),
                ('answers', models.JSONField(blank=True, default=dict)),
                ('name', models.CharField(blank=True, max_length=120)),
                ('phone', models.CharField(blank=True, max_length=32)),
                ('name_agreed_at', models.DateTimeField(blank=True, null=True)),
                ('phone_agreed_at', models.DateTimeField(blank=True, null=True)),
                ('wording', models.PositiveSmallIntegerField(default=1)),
                ('made_at', models.DateTimeField()),
                ('changed_at', models.DateTimeField()),
                ('finished_at', models.DateTimeField(blank=True, null=True)),
                ('is_demonstration', models.BooleanField(default=False)),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('territory', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='questionnaires', to='places.territory')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('name', ''), ('name_agreed_at__isnull', False), _connector='OR'), name='a_neighbour_agreed_to_be_named'), models.CheckConstraint(condition=models.Q(('phone', ''), ('phone_agreed_at__isnull', False), _connector='OR'), name='a_neighbour_agreed_to_be_rung')],
            },
        ),
        migrations.CreateModel(
            name='Resource',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('layer', models.CharField(choices=[('people', 'What people can do'), ('associations', 'Who is together'), ('institutions', 'Institutions'), ('physical', 'Places and things'), ('economy', 'Farms and trade'), ('stories', 'Stories and traditions')], max_length=16)),
                ('title', models.CharField(max_length=200)),
                ('story', models.TextField(blank=True, max_length=4000)),
                ('whereabouts', models.CharField(blank=True, max_length=200)),
                ('latitude', models.FloatField(blank=True, null=True)),
                ('longitude', models.FloatField(blank=True, null=True)),
                ('season', models.CharField(blank=True, max_length=120)),
                ('owner', models.CharField(blank=True, max_length=200)),
                ('photo', models.FileField(blank=True, upload_to='resources/')),
                ('people_agreed', models.BooleanField(blank=True, null=True)),
                ('is_shown', models.BooleanField(default=False)),
                ('added_at', models.DateTimeField()),
                ('changed_at', models.DateTimeField()),
                ('removed_at', models.DateTimeField(blank=True, null=True)),
                ('is_demonstration', models.BooleanField(default=False)),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('on_behalf_of', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('territory', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='resources', to='places.territory')),
                ('village', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='resources', to='places.village')),
                ('small', models.FileField(blank=True, upload_to='resources/')),
                ('questionnaire', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='resources', to='places.questionnaire')),
                ('operation', models.CharField(blank=True, max_length=60)),
            ],
            options={
                'indexes': [models.Index(fields=['territory', 'layer'], name='resources_by_layer')],
                'constraints': [models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='a_resource_has_a_title'), models.CheckConstraint(condition=models.Q(models.Q(('latitude', None), ('longitude', None)), models.Q(('latitude__isnull', False), ('latitude__range', (-90, 90)), ('longitude__isnull', False), ('longitude__range', (-180, 180))), _connector='OR'), name='a_point_has_both_coordinates'), models.UniqueConstraint(condition=models.Q(('operation', ''), _negated=True), fields=('territory', 'operation'), name='a_send_brings_one_resource')],
            },
        ),
    ]
