from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('drafts', '0001_initial'),
    ]

    operations = [
        migrations.AlterField(
            model_name='revision',
            name='source',
            field=models.CharField(choices=[('web', 'Written on the site'), ('offline', 'Written without a network'), ('import', 'Brought in from a file'), ('restore', 'Brought back from an earlier version'), ('phone', 'Heard by phone'), ('paper', 'Copied from paper'), ('beside', 'Written sitting side by side')], default='web', max_length=8),
        ),
    ]
