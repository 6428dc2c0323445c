"""Many articles: cut into shards, worked on by processes, resumed where a run was broken off."""

from nieuwsextract.batch.driver import run
from nieuwsextract.batch.settings import PipelineSpec, RunOptions, Summary

__all__ = ["PipelineSpec", "RunOptions", "Summary", "run"]
