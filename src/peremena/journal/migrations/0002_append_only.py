"""The database itself refuses to change or delete an entry.

A later migration that rebuilds the table on SQLite loses these triggers and has to run this again.
"""

from django.db import migrations

SQLITE = [
    f"""CREATE TRIGGER journal_refuses_{deed} BEFORE {deed} ON journal_entry
        BEGIN SELECT RAISE(ABORT, 'The journal is append-only.'); END"""
    for deed in ("update", "delete")
]

POSTGRESQL = [
    """CREATE FUNCTION journal_is_append_only() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION 'The journal is append-only.'
          USING ERRCODE = 'integrity_constraint_violation'; END $$""",
    """CREATE TRIGGER journal_refuses BEFORE UPDATE OR DELETE ON journal_entry
       FOR EACH ROW EXECUTE FUNCTION journal_is_append_only()""",
]


STATEMENTS = {"sqlite": SQLITE, "postgresql": POSTGRESQL}


def add_triggers(apps, schema_editor):
    for statement in STATEMENTS[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def remove_triggers(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP FUNCTION journal_is_append_only CASCADE")
        return
    schema_editor.execute("DROP TRIGGER journal_refuses_update")
    schema_editor.execute("DROP TRIGGER journal_refuses_delete")


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_initial")]

    operations = [migrations.RunPython(add_triggers, remove_triggers)]
