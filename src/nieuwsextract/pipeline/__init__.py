"""The spaCy pipeline: a trained Dutch model with our components around it."""

from nieuwsextract.pipeline.loading import COMPONENTS, load

__all__ = ["COMPONENTS", "load"]
