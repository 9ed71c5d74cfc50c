from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("people", "0003_first_centre")]

    operations = [
        migrations.AddConstraint(
            model_name='roleheld',
            constraint=models.UniqueConstraint(condition=models.Q(('until', None)), fields=('person', 'role', 'centre'), name='a_role_is_held_once'),
        ),
        migrations.AddConstraint(
            model_name='roleheld',
            constraint=models.UniqueConstraint(condition=models.Q(('centre', None), ('until', None)), fields=('person', 'role'), name='an_administrator_is_one_once'),
        ),
        migrations.AddConstraint(
            model_name='roleheld',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('centre', None), ('role', 'administrator')), models.Q(models.Q(('role', 'administrator'), _negated=True), ('centre__isnull', False)), _connector='OR'), name='every_role_but_the_administrators_is_held_in_a_centre'),
        ),
    ]
