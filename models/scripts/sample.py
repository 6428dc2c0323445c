"""Training documents as plain columns, so that they can be joined and changed cheaply."""

from dataclasses import dataclass, field

from spacy.tokens import Doc
from spacy.training import Example
from spacy.vocab import Vocab


@dataclass
class Sample:
    """One column an attribute; `heads` are token indices, `ents` IOB tags; no trees, no `deps`."""

    words: list[str] = field(default_factory=list)
    spaces: list[bool] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    morphs: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    ents: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, doc: Doc) -> "Sample":
        """The columns of a document."""
        return cls(
            [token.text for token in doc],
            [bool(token.whitespace_) for token in doc],
            [token.tag_ for token in doc],
            [token.pos_ for token in doc],
            [str(token.morph) for token in doc],
            [token.lemma_ for token in doc],
            [token.head.i for token in doc],
            [token.dep_ for token in doc],
            [f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O" for token in doc],
        )

    def __len__(self) -> int:
        return len(self.words)

    def copy(self) -> "Sample":
        """Columns of its own."""
        return Sample(*map(list, vars(self).values()))

    def join(self, other: "Sample", between: str) -> None:
        """Appends another sample after a blank, or after a white-space token such as an empty line."""
        if between == " ":
            self.spaces[-1] = True
        else:
            self.spaces[-1] = False
            dep = "dep" if self.deps[-1] else ""
            tagged = ("_SP", "SPACE", "", between) if self.tags[-1] else ("", "", "", "")
            self.append((between, False, *tagged, len(self) - 1, dep, "O"))
        at = len(self)
        self.heads += [head + at for head in other.heads]
        for name in ("words", "spaces", "tags", "pos", "morphs", "lemmas", "deps", "ents"):
            getattr(self, name).extend(getattr(other, name))

    def append(self, values: tuple) -> None:
        """Adds a token: one value a column."""
        for column, value in zip(vars(self).values(), values, strict=True):
            column.append(value)

    def drop_last(self) -> None:
        """Takes the last token away, which must have no dependents."""
        for column in vars(self).values():
            column.pop()

    def entities(self) -> list[tuple[int, int, str]]:
        """Tokens: start, end (exclusive), label."""
        found: list[tuple[int, int, str]] = []
        for index, tag in enumerate(self.ents):
            if tag.startswith("B-"):
                found.append((index, index + 1, tag[2:]))
            elif tag.startswith("I-") and found:
                found[-1] = (found[-1][0], index + 1, found[-1][2])
        return found

    def example(self, vocab: Vocab) -> Example:
        """The gold document with one to predict; both have our tokens, so that they align."""
        trees = {"heads": self.heads, "deps": self.deps} if any(self.deps) else {}
        reference = Doc(
            vocab,
            words=self.words,
            spaces=self.spaces,
            tags=self.tags if any(self.tags) else None,
            pos=self.pos if any(self.pos) else None,
            morphs=self.morphs if any(self.pos) else None,
            lemmas=self.lemmas if any(self.lemmas) else None,
            ents=self.ents,
            **trees,
        )
        return Example(Doc(vocab, words=self.words, spaces=self.spaces), reference)
