"""The database itself refuses to change or delete an application.

The one way: a change that also sets `redacted_at` anew, when somebody's words are erased.
A later migration that rebuilds the table on SQLite loses these triggers and has to run this again.
"""

from django.db import migrations

UNMARKED = {
    "sqlite": "NEW.redacted_at IS NULL OR NEW.redacted_at IS OLD.redacted_at",
    "postgresql": "NEW.redacted_at IS NULL OR NEW.redacted_at IS NOT DISTINCT FROM OLD.redacted_at",
}
SQLITE = [
    f"""CREATE TRIGGER applications_refuse_update BEFORE UPDATE ON contests_application
        WHEN {UNMARKED["sqlite"]}
        BEGIN SELECT RAISE(ABORT, 'An application never changes.'); END""",
    """CREATE TRIGGER applications_refuse_delete BEFORE DELETE ON contests_application
        BEGIN SELECT RAISE(ABORT, 'An application never changes.'); END""",
]
POSTGRESQL = [
    """CREATE FUNCTION applications_never_change() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION 'An application never changes.'
          USING ERRCODE = 'integrity_constraint_violation'; END $$""",
    f"""CREATE TRIGGER applications_refuse_update BEFORE UPDATE ON contests_application
       FOR EACH ROW WHEN ({UNMARKED["postgresql"]})
       EXECUTE FUNCTION applications_never_change()""",
    """CREATE TRIGGER applications_refuse_delete BEFORE DELETE ON contests_application
       FOR EACH ROW EXECUTE FUNCTION applications_never_change()""",
]
STATEMENTS = {"sqlite": SQLITE, "postgresql": POSTGRESQL}


def add_triggers(apps, schema_editor):
    for statement in STATEMENTS[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def remove_triggers(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP FUNCTION applications_never_change CASCADE")
        return
    schema_editor.execute("DROP TRIGGER applications_refuse_update")
    schema_editor.execute("DROP TRIGGER applications_refuse_delete")


class Migration(migrations.Migration):
    dependencies = [("contests", "0002_life_of_an_application")]

    operations = [migrations.RunPython(add_triggers, remove_triggers)]
