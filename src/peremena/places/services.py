"""What is done with places."""

import json
from importlib import resources
from typing import Any

from django.db import transaction

from .models import District


@transaction.atomic
def load_districts() -> int:
    """Bring the districts of the package's map into the database; how many there are."""
    outlines = resources.files("peremena.places") / "data" / "districts.geojson"
    features = json.loads(outlines.read_text(encoding="utf-8"))["features"]
    districts = [district(feature["properties"]) for feature in features]
    District.objects.bulk_create(
        districts,
        update_conflicts=True,
        unique_fields=["name"],
        update_fields=[
            "code_before_reform",
            "code",
            "latitude",
            "longitude",
            "population",
            "population_year",
        ],
    )
    return len(districts)


def district(properties: dict[str, Any]) -> District:
    return District(
        name=properties["name"],
        code_before_reform=properties["oktmo_before_reform"] or "",
        code=properties["oktmo_okrug"] or "",
        latitude=properties["centre_lat"],
        longitude=properties["centre_lon"],
        population=properties["population"],
        population_year=properties["population_year"],
    )
