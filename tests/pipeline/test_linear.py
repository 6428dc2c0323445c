"""Long articles cost no more a word than short ones: work is counted in lines run, not in seconds."""

import pytest
import spacy
from calls import count_lines
from parses import read_parses
from spacy.tokens import Doc

from nieuwsextract.article import Article
from nieuwsextract.assemble import assemble
from nieuwsextract.pipeline.loading import COMPONENTS
from nieuwsextract.pipeline.mentions.drafts import Draft
from nieuwsextract.pipeline.mentions.names import cluster_people
from nieuwsextract.pipeline.mentions.things import Things, is_called

NLP = spacy.blank("nl")
PIPES = {name: NLP.add_pipe(name) for name in COMPONENTS}
PARSED = [
    doc
    for name in ("events.conllu", "mentions.conllu", "quotes.conllu")
    for doc in read_parses(name).values()
]
PRODUCER = {"nieuwsextract": "0", "schema_version": 1, "model": "m", "model_version": "0", "rules": "r"}
#: Tokens; the long article is so many times the short one, and may take so many times its work.
SHORT, TIMES, MOST = 6_000, 3, 3 * 1.25


def long_article(tokens):
    """Sentences of the tests one after the other, no person of one name twice."""
    docs, size, number = [], 0, 0
    while size < tokens:
        for parsed in PARSED:
            number += 1
            docs.append(_renamed(parsed, number))
            size += len(parsed)
            if size >= tokens:
                break
    return Doc.from_docs(docs)


def _renamed(doc, number):
    name = "".join("bdfgklmnpr"[int(digit)] + "a" for digit in str(number))
    words = [f"{token.text}{name}" if token.ent_type_ == "PERSON" else token.text for token in doc]
    return Doc(
        doc.vocab,
        words=words,
        spaces=[*[bool(token.whitespace_) for token in doc][:-1], True],
        lemmas=[token.lemma_ for token in doc],
        pos=[token.pos_ for token in doc],
        morphs=[str(token.morph) for token in doc],
        heads=[token.head.i for token in doc],
        deps=[token.dep_ for token in doc],
        ents=[f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O" for token in doc],
    )


def work(tokens):
    """{component: lines run}, each on what the ones before it left."""
    doc = long_article(tokens)
    done = {name: count_lines(pipe, doc) for name, pipe in PIPES.items()}
    done["record"] = count_lines(assemble, doc, Article(text=doc.text), PRODUCER)
    return done


@pytest.fixture(scope="module")
def lines_run():
    work(1_000)
    return work(SHORT), work(TIMES * SHORT)


@pytest.mark.parametrize("step", [*COMPONENTS, "record"])
def test_work_grows_with_the_article(step, lines_run):
    short, long = lines_run
    assert long[step] < MOST * short[step]


def people_of_one_first_name(number):
    names = [
        "B" + "".join("aeiou"[int(digit) % 5] + "bdfgklmnpr"[int(digit)] for digit in str(n))
        for n in range(number)
    ]
    words = [word for name in names for word in ("Jan", name)]
    return Doc(NLP.vocab, words=words, ents=["B-PERSON", "I-PERSON"] * number).ents


def organisations_and_nouns(number):
    """So many organisations, of each of which the article asks by a noun."""
    drafts = [Draft("ORG", f"Stichting Veld{n} Zorg", "mentions/organisation") for n in range(number)]
    things = Things(Doc(NLP.vocab), None, None, drafts)
    return [lambda n=n: things.called(f"veld{n}") for n in range(number)]


def test_people_of_one_first_name_are_looked_up_by_their_surnames():
    lexicon = PIPES["nieuws_mentions"].lexicon
    short, long = (count_lines(cluster_people, people_of_one_first_name(n), lexicon) for n in (100, 300))
    assert long < MOST * short


def test_organisations_are_looked_up_by_the_nouns_in_their_names():
    short, long = (
        count_lines(lambda asked: [ask() for ask in asked], organisations_and_nouns(n)) for n in (100, 300)
    )
    assert long < MOST * short
    assert [ask().name for ask in organisations_and_nouns(3)] == [f"Stichting Veld{n} Zorg" for n in range(3)]


def test_a_noun_finds_the_names_that_end_in_it_as_well():
    drafts = [
        Draft("ORG", name, "mentions/organisation") for name in ("Veiligheidsregio Twente", "KPN", "Bo Art")
    ]
    things = Things(Doc(NLP.vocab), None, None, drafts)
    for word in ("regio", "veiligheidsregio", "twente", "io", "kpn", "art", "rt", "x"):
        called = [draft for draft in drafts if is_called(draft, word)]
        assert things.called(word) == (called[0] if len(called) == 1 else None)
        assert things.are_called(word) == bool(called)
