"""Article structure from raw text, as characters: string work only, no spaCy, no offset changes."""

from nieuwsextract.structure.blocks import Block, Structure, read_structure
from nieuwsextract.structure.lines import BlockKind

__all__ = ["Block", "BlockKind", "Structure", "read_structure"]
