"""Rules as data: TOML files, checked against a schema, layered, fingerprinted. No spaCy here."""

from nieuwsextract.rules.loading import BUILTIN, RuleSet, load_rules

__all__ = ["BUILTIN", "RuleSet", "load_rules"]
