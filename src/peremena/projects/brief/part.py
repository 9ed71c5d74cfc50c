"""What all parts of a brief have in common."""

from typing import Any

from pydantic import BaseModel, ConfigDict, model_validator


class Part(BaseModel):
    """A section or a row. Unknown keys are an error; a null list or section is an absent one."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def null_means_absent(cls, content: Any) -> Any:
        if not isinstance(content, dict):
            return content
        return {key: value for key, value in content.items() if value is not None or cls.keeps(key)}

    @classmethod
    def keeps(cls, key: str) -> bool:
        """Whether null is a value of its own here: it is for plain fields, not for lists."""
        field = next((f for n, f in cls.model_fields.items() if key in (n, f.alias)), None)
        return field is None or field.default is None
