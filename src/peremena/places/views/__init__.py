"""Pages of territories: passports, resources, what neighbours tell."""
