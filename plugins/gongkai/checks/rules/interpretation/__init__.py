"""J: policy interpretations."""
