"""Blocks of raw text: what each line is, and that no character is lost or moved."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nieuwsextract.rules import load_rules
from nieuwsextract.structure import read_structure

RULES = load_rules()
BODY = "De minister vertrekt vandaag."


def blocks_of(text, headline=None):
    return [
        (block.kind, text[block.start : block.end]) for block in read_structure(text, RULES, headline).blocks
    ]


def metadata_of(text):
    return read_structure(text, RULES).metadata


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        pytest.param(f"Minister weg\n\n{BODY}", [("headline", "Minister weg"), ("paragraph", BODY)], id="headline"),
        pytest.param(f"{BODY}\n\n{BODY}", [("paragraph", BODY)] * 2, id="first-line-is-a-sentence"),
        pytest.param("Alleen deze regel", [("paragraph", "Alleen deze regel")], id="no-body-no-headline"),
        pytest.param(
            f"WENEN (ANP) - {BODY}", [("dateline", "WENEN (ANP) -"), ("paragraph", BODY)], id="dateline-agency"
        ),
        pytest.param(f"DEN HAAG – {BODY}", [("dateline", "DEN HAAG –"), ("paragraph", BODY)], id="dateline-bare"),
        pytest.param(f"(Belga) {BODY}", [("dateline", "(Belga)"), ("paragraph", BODY)], id="agency-alone"),
        pytest.param(
            "EU-top - wat nu? Niemand weet het.", [("paragraph", "EU-top - wat nu? Niemand weet het.")], id="no-dateline"
        ),
        pytest.param(
            f" date 2017-12 <title> ABC - Bakker opent nieuwe fabriek\n\n{BODY}",
            [("date", "date 2017-12"), ("navigation", "<title>"), ("source", "ABC -"), ("headline", "Bakker opent nieuwe fabriek"), ("paragraph", BODY)],
            id="date-title-line",
        ),
        pytest.param(
            f"Kop hier\n\ndate 2017-08 <title> BUITENLAND\n\n{BODY}",
            [("headline", "Kop hier"), ("date", "date 2017-08"), ("navigation", "<title>"), ("navigation", "BUITENLAND"), ("paragraph", BODY)],
            id="date-line-with-section",
        ),
        pytest.param(
            f"{BODY}\r\n\r\nBron: ANP\r\n", [("paragraph", BODY), ("source", "Bron: ANP")], id="source-and-crlf"
        ),
        pytest.param(
            "Bronnen melden dat hij weg is.", [("paragraph", "Bronnen melden dat hij weg is.")], id="no-source-line"
        ),
        pytest.param(
            f"Kop hier\nDoor onze redacteur | Els van den Berg\n{BODY}",
            [("headline", "Kop hier"), ("byline", "Door onze redacteur | Els van den Berg"), ("paragraph", BODY)],
            id="byline",
        ),
        pytest.param(
            f"Door Schiphol gestrand\n\n{BODY}",
            [("headline", "Door Schiphol gestrand"), ("paragraph", BODY)],
            id="door-in-a-headline",
        ),
        pytest.param(
            f"{BODY}\n\nGeen sociaal plan\n\n{BODY}",
            [("paragraph", BODY), ("heading", "Geen sociaal plan"), ("paragraph", BODY)],
            id="crosshead",
        ),
        pytest.param(
            f"{BODY}\n\nLees ook: Vijf vragen\n\nFoto: AP",
            [("paragraph", BODY), ("navigation", "Lees ook: Vijf vragen"), ("navigation", "Foto: AP")],
            id="page-furniture",
        ),
        pytest.param(
            "Dit is een regel die door een mailprogramma na ongeveer zeventig\ntekens is afgebroken. Klaar.\n",
            [("paragraph", "Dit is een regel die door een mailprogramma na ongeveer zeventig\ntekens is afgebroken. Klaar.")],
            id="wrapped-lines",
        ),
        pytest.param(
            f" date 2017-12 <title> Poetin stelt zich opnieuw kandidaat voor het presidentschap\nBERLIJN (ANP/DPA) - {BODY}",
            [("date", "date 2017-12"), ("navigation", "<title>"), ("headline", "Poetin stelt zich opnieuw kandidaat voor het presidentschap"), ("dateline", "BERLIJN (ANP/DPA) -"), ("paragraph", BODY)],
            id="title-then-one-newline",
        ),
        pytest.param(
            f"<title> Kok: ,,Paars is niet uitgeregeerd'' DEN HAAG - {BODY} {BODY * 6}",
            [("navigation", "<title>"), ("headline", "Kok: ,,Paars is niet uitgeregeerd''"), ("dateline", "DEN HAAG -"), ("paragraph", f"{BODY} {BODY * 6}")],
            id="page-in-one-line",
        ),
        pytest.param(
            f"<title> Amsterdam wil minder toeristen <text> AMSTERDAM -  {BODY}",
            [("navigation", "<title>"), ("headline", "Amsterdam wil minder toeristen"), ("navigation", "<text>"), ("dateline", "AMSTERDAM -"), ("paragraph", BODY)],
            id="markup-in-the-text",
        ),
        pytest.param(
            f"<title> Poetin wint de verkiezingen | Trouw\n\n{BODY}",
            [("navigation", "<title>"), ("headline", "Poetin wint de verkiezingen"), ("source", "Trouw"), ("paragraph", BODY)],
            id="publisher-behind-the-title",
        ),
        pytest.param(f"JERUZALEM, 12 MAART. {BODY}", [("dateline", "JERUZALEM, 12 MAART."), ("paragraph", BODY)], id="dateline-with-day"),
        pytest.param(f"Apeldoorn, 14 juni 2021 - {BODY}", [("dateline", "Apeldoorn, 14 juni 2021 -"), ("paragraph", BODY)], id="dateline-press-release"),
        pytest.param(f"BRUSSEL  {BODY}", [("dateline", "BRUSSEL"), ("paragraph", BODY)], id="dateline-two-blanks"),
        pytest.param(f"NAVO en EU praten. {BODY}", [("paragraph", f"NAVO en EU praten. {BODY}")], id="capitals-are-no-dateline"),
        pytest.param(f"Kop hier\nDoor Anneke Zwart\nHoorn\n{BODY}", [("headline", "Kop hier"), ("byline", "Door Anneke Zwart"), ("dateline", "Hoorn"), ("paragraph", BODY)], id="place-on-a-line"),
        pytest.param(f"PERSBERICHT\n\nGemeente opent brug\n\n{BODY}", [("navigation", "PERSBERICHT"), ("headline", "Gemeente opent brug"), ("paragraph", BODY)], id="rubric"),
        pytest.param(f"Column Bert Visser\nHet geheugen\n{BODY}", [("navigation", "Column Bert Visser"), ("headline", "Het geheugen"), ("paragraph", BODY)], id="rubric-with-author"),
        pytest.param(f"Economie groeit hard\n{BODY}", [("headline", "Economie groeit hard"), ("paragraph", BODY)], id="no-rubric"),
        pytest.param(f"16.55 - {BODY}", [("timestamp", "16.55 -"), ("paragraph", BODY)], id="liveblog-time"),
        pytest.param(f"{BODY}\n(Belga)", [("paragraph", BODY), ("source", "(Belga)")], id="agency-at-the-end"),
        pytest.param(f"{BODY}\n\n---\n\nFoto Reuters", [("paragraph", BODY), ("navigation", "---"), ("navigation", "Foto Reuters")], id="dashes-and-caption"),
        pytest.param(
            f"Wij zijn het niet eens met de manier waarop de minister het voorstel\nDuitsland en Frankrijk keuren het goed. {BODY}",
            [("headline", "Wij zijn het niet eens met de manier waarop de minister het voorstel"), ("paragraph", f"Duitsland en Frankrijk keuren het goed. {BODY}")],
            id="one-long-line-is-not-wrapped",
        ),
        pytest.param(
            "Israël wil praten, zei minister van Informatie Nabil Amr na een overleg\nna afloop van het gesprek. ,,Maar er zijn nog zegt hij, veel grote\nmeningsverschillen.'' Israël wil dat de Palestijnen het geweld nu stoppen.\nDat eiste het kabinet.",
            [("paragraph", "Israël wil praten, zei minister van Informatie Nabil Amr na een overleg\nna afloop van het gesprek. ,,Maar er zijn nog zegt hij, veel grote\nmeningsverschillen.'' Israël wil dat de Palestijnen het geweld nu stoppen.\nDat eiste het kabinet.")],
            id="hard-wrapped",
        ),
        pytest.param(
            f"De Telegraaf\nMaandag 12 februari 2001\nRUBRIEK: Binnenland\nHEADLINE: Brand in Volendam\nBYLINE: door Jan de Boer\nENSCHEDE, maandag\n{BODY}",
            [("source", "De Telegraaf"), ("date", "Maandag 12 februari 2001"), ("navigation", "RUBRIEK: Binnenland"), ("navigation", "HEADLINE:"), ("headline", "Brand in Volendam"), ("byline", "BYLINE: door Jan de Boer"), ("dateline", "ENSCHEDE, maandag"), ("paragraph", BODY)],
            id="archive-export",
        ),
        pytest.param(f"DEN\u00a0HAAG –\u00a0{BODY}", [("dateline", "DEN\u00a0HAAG –"), ("paragraph", BODY)], id="hard-blanks"),
        pytest.param(f"{BODY}\n\nMeer nieuws:\n- Boogerd: 'Ik stop'\n- Rabobank trekt zich terug", [("paragraph", BODY), ("navigation", "Meer nieuws:"), ("navigation", "- Boogerd: 'Ik stop'"), ("navigation", "- Rabobank trekt zich terug")], id="links-at-the-end"),
        pytest.param(f"Minister weg\nHanneke Keultjes en Jan Hoedeman\n{BODY}", [("headline", "Minister weg"), ("byline", "Hanneke Keultjes en Jan Hoedeman"), ("paragraph", BODY)], id="names-under-the-headline"),
        pytest.param(f"De Telegraaf schrapt banen\n\n{BODY}", [("headline", "De Telegraaf schrapt banen"), ("paragraph", BODY)], id="paper-in-a-headline"),
        pytest.param("Eerste zin.\nTweede zin.", [("paragraph", "Eerste zin."), ("paragraph", "Tweede zin.")], id="one-newline"),
    ],
)  # fmt: skip
def test_blocks(text, blocks):
    assert blocks_of(text) == blocks


def test_the_source_s_headline_wins():
    assert blocks_of(f"{BODY}\n\n{BODY}", headline=BODY)[0] == ("headline", BODY)


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        pytest.param(f"WENEN (ANP/RTR) - {BODY}", "dateline_place", "Wenen", id="place"),
        pytest.param(
            f"'S-HERTOGENBOSCH - {BODY}", "dateline_place", "'s-Hertogenbosch", id="place-apostrophe"
        ),
        pytest.param(f"MAKASSAR 20/12 (BELGA) {BODY}", "dateline_place", "Makassar", id="place-with-day"),
        pytest.param(f"WENEN (ANP/RTR) - {BODY}", "agency", "ANP", id="agency"),
        pytest.param(
            f"{BODY}\n\nBron: Belga, PA | di 29/01/2019", "agency", "Belga", id="agency-in-source-line"
        ),
        pytest.param(f"{BODY}\n\nBron: De Gelderlander", "publisher", "De Gelderlander", id="publisher"),
        pytest.param(f" date 2017-12\n{BODY}", "published", "2017-12", id="month"),
        pytest.param(
            f"Gepubliceerd op 2 december 2017 om 10.15\n{BODY}", "published", "2017-12-02", id="day-in-words"
        ),
        pytest.param(f"za 2 dec. 2017, 10:15\n{BODY}", "published", "2017-12-02", id="date-line-alone"),
        pytest.param(
            f"24/11/16 - 13u48 Bron: Belga\n{BODY}", "published", "2016-11-24", id="year-of-two-digits"
        ),
        pytest.param(f"03-04-98\n{BODY}", "published", "1998-04-03", id="year-of-two-digits-then"),
        pytest.param(
            f"Door Jan de Vries en Els Bos\n{BODY}", "authors", ["Jan de Vries", "Els Bos"], id="authors"
        ),
        pytest.param(f"Kop hier\n\n{BODY}", "headline", "Kop hier", id="headline"),
        pytest.param(
            f"{BODY} Op 2 december 2017 kwam hij aan.", "published", None, id="a-date-in-a-sentence"
        ),
        pytest.param(f"Gepubliceerd op 45-13-2017\n{BODY}", "published", None, id="no-such-day"),
    ],
)
def test_metadata(text, field, value):
    assert metadata_of(text).get(field) == value


@pytest.mark.parametrize(
    "text",
    [
        "WENEN (ANP)  De minister komt.",
        "<title> Een kop van woorden | ABC",
        "<title> ABC -  WENEN (ANP)  De kop",
    ],
    ids=["dateline-and-two-blanks", "publisher-behind-a-bar", "publisher-and-no-headline"],
)
def test_blocks_have_no_blanks_at_their_edges(text):
    found = [text[block.start : block.end] for block in read_structure(text, RULES).blocks]
    assert found == [piece.strip() for piece in found if piece.strip()]


@given(st.text(alphabet=st.sampled_from("aA .,-–:'\"„(ANP)\n\r\t|»<title>20171-")))
def test_blocks_are_ordered_stripped_and_complete(text):
    blocks = read_structure(text, RULES).blocks
    covered = "".join(text[block.start : block.end] for block in blocks)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(one.end <= other.start for one, other in pairwise(blocks))
    assert all(
        text[block.start : block.end].strip() == text[block.start : block.end] != "" for block in blocks
    )


def test_layout_rules_may_all_be_taken_out(tmp_path):
    removals = (f'[[layout]]\nid = "{name}"\nenabled = false\n' for name in RULES.rules["layout"])
    (tmp_path / "geen.toml").write_text("".join(removals), encoding="utf-8")
    text = "WENEN (ANP) - Iran zwijgt.\n\nLees ook: Iran spreekt."
    found = read_structure(text, load_rules([tmp_path]))
    assert found.metadata == {"dateline_place": "Wenen"}
    assert "navigation" not in {block.kind for block in found.blocks}
