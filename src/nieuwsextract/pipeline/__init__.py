"""The spaCy pipeline: a trained Dutch model with our components around it."""

from nieuwsextract.pipeline.loading import COMPONENTS, DEFAULT_MODEL, load

__all__ = ["COMPONENTS", "DEFAULT_MODEL", "load"]
