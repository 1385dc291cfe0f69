"""Checks a constant schema once instead of in every turn.

Rasa validates each answer of the action server against a schema that never changes, and jsonschema first validates that
schema against the schema of schemas: 40 of the 60 ms of a turn. The answer itself is still checked every time.
"""

from __future__ import annotations

from typing import Any

import jsonschema
from jsonschema.exceptions import best_match
from jsonschema.validators import validator_for

_sound: list[Any] = []


def remember() -> None:
    """Let `jsonschema.validate` remember, in this process, which schemas are sound."""
    jsonschema.validate = validate


def validate(instance: Any, schema: Any, cls: Any = None, *args: Any, **kwargs: Any) -> None:
    """As `jsonschema.validate`: raises SchemaError for a schema, ValidationError for an instance that is not valid."""
    validator = cls or validator_for(schema)
    if schema not in _sound:
        validator.check_schema(schema)
        _sound.append(schema)
    error = best_match(validator(schema, *args, **kwargs).iter_errors(instance))
    if error is not None:
        raise error
