"""Coverage-guided fuzzing of what reads strangers' bytes: ``python -m fuzz``, a stated number of times."""
