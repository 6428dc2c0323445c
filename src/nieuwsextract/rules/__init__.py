"""Rules as data: TOML files, checked against a schema, layered, fingerprinted. No spaCy here."""

from nieuwsextract.rules.loading import BUILTIN, Rules, RuleSet, load_rules

__all__ = ["BUILTIN", "RuleSet", "Rules", "load_rules"]
