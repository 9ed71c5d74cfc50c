"""Districts and territories: where a project happens."""
