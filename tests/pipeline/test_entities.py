"""Repairs of entities within one article, each on plain text with the entities that a recogniser gave."""

import pytest
from parses import NLP

from nieuwsextract.pipeline.entities import EntityRepair

REPAIR = EntityRepair(NLP, [])
SWITCHED_OFF = '[[entity_repair]]\nid = "achternaam"\nrepair = "surnames"\nenabled = false\n'


def marked(text):
    """'[Jan Smit|PERSON] zei' → a doc with that entity."""
    plain, entities = "", []
    for piece in text.replace("]", "[").split("["):
        name, bar, label = piece.rpartition("|")
        if bar:
            entities.append((len(plain), len(plain) + len(name), label))
        plain += name if bar else piece
    doc = NLP.make_doc(plain)
    doc.ents = [doc.char_span(start, end, label=label) for start, end, label in entities]
    return doc


def repaired(text, repair=REPAIR):
    return [(ent.text, ent.label_) for ent in repair(marked(text)).ents]


RUTTE = ("Mark Rutte", "PERSON")


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        pytest.param("[Mark Rutte|PERSON] lacht. Later ging Rutte naar huis.", [RUTTE, ("Rutte", "PERSON")], id="surname"),
        pytest.param("[Mark Rutte|PERSON] lacht. Dat is Ruttes plan.", [RUTTE, ("Ruttes", "PERSON")], id="possessive"),
        pytest.param("[Mark Rutte|PERSON] lacht. [Rutte|GPE] zweeg.", [RUTTE, ("Rutte", "PERSON")], id="surname-mended"),
        pytest.param("[Eberhard van der Laan|PERSON] is ziek. Van der Laan rust.", [("Eberhard van der Laan", "PERSON"), ("Van der Laan", "PERSON")], id="particles"),
        pytest.param("Het [Openbaar Ministerie|ORG] (OM) eist. Het OM zwijgt.", [("Openbaar Ministerie", "ORG"), ("OM", "ORG"), ("OM", "ORG")], id="abbreviation"),
        pytest.param("Troepen van Rusland en [Oekraïne|ORG]", [("Rusland", "GPE"), ("Oekraïne", "GPE")], id="countries"),
        pytest.param("De Russische troepen", [("Russische", "NORP")], id="demonym"),
        pytest.param("Volgens de NAVO en de Europese Commissie", [("NAVO", "ORG"), ("Europese Commissie", "ORG")], id="organisations"),
        pytest.param("De [Organisatie voor het Verbod|ORG] op [Chemische Wapens|ORG] en de Organisatie voor het Verbod op Chemische Wapens", [("Organisatie voor het Verbod op Chemische Wapens", "ORG")] * 2, id="longest-name"),
        pytest.param("[president Poetin|PERSON] en [„ Lavrov ”|PERSON]", [("Poetin", "PERSON"), ("Lavrov", "PERSON")], id="trim"),
        pytest.param("[Foto|ORG] van de dag", [], id="no-name"),
        pytest.param("Wij zien trainer [Koolhaas|ORG] staan.", [("Koolhaas", "PERSON")], id="title"),
        pytest.param("Over [Boogerd|GPE] en [Boogerd|PERSON]", [("Boogerd", "PERSON")] * 2, id="unknown-place"),
        pytest.param("Bij [Philips|ORG], [Philips|ORG] en [Philips|LOC]", [("Philips", "ORG")] * 3, id="majority"),
        pytest.param("De topman van [Vandenbosch|ORG] zwijgt. Ook Vandenbosch zwijgt.", [("Vandenbosch", "ORG")] * 2, id="repeat"),
        pytest.param("[Onno van Veldhuizen van|PERSON] Enschede", [("Onno van Veldhuizen", "PERSON")], id="particle-at-the-end"),
        pytest.param("[Uri Rosenthal van Buitenlandse Zaken|PERSON] is tegen", [("Uri Rosenthal", "PERSON")], id="ministry-in-a-person"),
        pytest.param("[Advocaat Derk Wiersum|PERSON] zwijgt", [("Derk Wiersum", "PERSON")], id="title-with-a-capital"),
        pytest.param("In [paniek|CARDINAL] en met [honderden|CARDINAL]", [("honderden", "CARDINAL")], id="amount-without-number"),
        pytest.param("Met [10,37|TIME] won hij, met [8150|DATE] punten", [("10,37", "CARDINAL"), ("8150", "CARDINAL")], id="race-time"),
        pytest.param("Ze zei dat sc [Heerenveen|GPE] won. [Heerenveen|GPE] juicht in [Heerenveen|GPE].", [("sc Heerenveen", "ORG"), ("Heerenveen", "ORG"), ("Heerenveen", "GPE")], id="club-and-town"),
        pytest.param("Van [Tottenham Hotspur|FAC] en [Bolt Motors|PERSON]", [("Tottenham Hotspur", "ORG"), ("Bolt Motors", "ORG")], id="last-word"),
        pytest.param("De [Vuelta|LOC] en de Giro", [("Vuelta", "EVENT"), ("Giro", "EVENT")], id="event"),
        pytest.param("Ze waren jarenlang weg en urenlang stil", [("jarenlang", "DATE"), ("urenlang", "TIME")], id="lang"),
        pytest.param("Daar zag [Stefaan De Clerck|FAC] hen", [("Stefaan De Clerck", "PERSON")], id="first-name"),
        pytest.param("Aan de 12-jarige [Ahmad|GPE] en [Jorik|LOC] (12) te danken", [("Ahmad", "PERSON"), ("Jorik", "PERSON")], id="age"),
        pytest.param("De vrouw, Kathryn [Townsend Griffin|PERSON], klaagt", [("Kathryn Townsend Griffin", "PERSON")], id="longer-name"),
        pytest.param("Voor [Rossi|PERSON], [Biaggi|ORG] en [Capirossi|PERSON]", [("Rossi", "PERSON"), ("Biaggi", "PERSON"), ("Capirossi", "PERSON")], id="list-of-people"),
        pytest.param("Voor [Bogota|PERSON], [Quito|GPE] en [Medellin|LOC]", [("Bogota", "GPE"), ("Quito", "GPE"), ("Medellin", "GPE")], id="list-of-places"),
        pytest.param("Een huis aan de Burgemeester [Doornplein|PERSON] en de [Aagje Dekenlaan|LOC]", [("Burgemeester Doornplein", "FAC"), ("Aagje Dekenlaan", "FAC")], id="street"),
        pytest.param("Na [PSV-NAC|ORG] 2-1 sprak hij", [("PSV-NAC", "EVENT")], id="match"),
        pytest.param("Daarom mag [Ahmad|GPE] blijven", [("Ahmad", "PERSON")], id="first-name-alone"),
        pytest.param("De renner van [Alpecin|PERSON] won", [("Alpecin", "ORG")], id="employer"),
        pytest.param("Met [FC Eindhoven-speler|ORG] Jan en een [Ibiza-party|LOC]", [], id="compound"),
        pytest.param("De gezant bij de [Verenigde Naties Sergei Kislitsia|ORG] sprak", [("Verenigde Naties", "ORG"), ("Sergei Kislitsia", "PERSON")], id="organisation-and-person"),
        pytest.param("Volgens [Dmytro Kuleba|ORG], de minister, niet", [("Dmytro Kuleba", "PERSON")], id="apposition"),
        pytest.param("In de stad [Soemy|PERSON] en bij [Soemy|PERSON]", [("Soemy", "GPE")] * 2, id="noun-for-a-place"),
        pytest.param("[MELITOPOL|ORG] (ANP) - In de stad", [("MELITOPOL", "GPE"), ("ANP", "ORG")], id="dateline"),
        pytest.param("[Tatiana|GPE] de [Rosnay|LOC] is [Tatiana de Rosnay|PERSON]", [("Tatiana de Rosnay", "PERSON")] * 2, id="pieces-of-a-name"),
        pytest.param("De [Mensenrechtenraad van de|ORG] [Verenigde Naties|ORG] zwijgt", [("Mensenrechtenraad van de Verenigde Naties", "ORG")], id="two-halves"),
        pytest.param("De [Anton Wachterprijs|PERSON] en de [Johan Cruijff Schaal|PERSON]", [("Anton Wachterprijs", "WORK_OF_ART"), ("Johan Cruijff Schaal", "EVENT")], id="prize-and-cup"),
        pytest.param("Met het lied ‘Thinking [Out Loud|PERSON]’ won hij", [("Thinking Out Loud", "WORK_OF_ART")], id="work"),
        pytest.param("Over de [Toeslagennotulen|LOC] en het [Kinderopvangtoeslagschandaal|FAC] niets", [], id="compounds"),
        pytest.param("Over de [Klimaatwet|FAC] wordt gestemd", [("Klimaatwet", "LAW")], id="law"),
        pytest.param("Ze zwijgt. [Politicologen|GPE] zagen het. [Kamerleden|ORG] ook.", [], id="people-in-the-plural"),
        pytest.param("Hij is als [Nederlands|LANGUAGE] lid gekozen", [("Nederlands", "NORP")], id="origin"),
        pytest.param("Hij wil dat [Rutte IV|PERSON] vertrekt, net als het [kabinet-Balkenende II|PERSON]", [("Rutte IV", "ORG"), ("kabinet-Balkenende II", "ORG")], id="cabinet"),
        pytest.param("In [Schouwburg Almelo|PERSON] en [Ziekenhuis Gelderse Vallei|GPE]", [("Schouwburg Almelo", "FAC"), ("Ziekenhuis Gelderse Vallei", "ORG")], id="first-word"),
        pytest.param("Na een overtreding van [Toornstra|ORG] floot hij. [Toornstra|GPE] zuchtte.", [("Toornstra", "PERSON")] * 2, id="deed"),
        pytest.param("Daarna kopte [Brobbey|GPE] naast", [("Brobbey", "PERSON")], id="doing"),
        pytest.param("De bal ging naar [Neres|GPE], die naast schoot", [("Neres", "PERSON")], id="who"),
        pytest.param("Met een kaart voor [Jeremiah St. Juste|ORG] van [Feyenoord|ORG]", [("Jeremiah St. Juste", "PERSON"), ("Feyenoord", "ORG")], id="of-a-club"),
        pytest.param("De [Kamerleden Pieter Omtzigt|PERSON] en Minister [Jan Smit|PERSON]", [("Pieter Omtzigt", "PERSON"), ("Jan Smit", "PERSON")], id="plural-title"),
        pytest.param("Volgens minister van [Volksgezondheid Frank Vandenbroucke|PERSON] en staatssecretaris van de [Regie der Gebouwen Mathieu Michel|ORG]", [("Volksgezondheid", "ORG"), ("Frank Vandenbroucke", "PERSON"), ("Regie der Gebouwen", "ORG"), ("Mathieu Michel", "PERSON")], id="office-and-person"),
        pytest.param("Met zijn [Open|EVENT] VLD-collega sprak hij", [], id="half-of-a-compound"),
        pytest.param("Het middel [Joenja|ORG] helpt. Na het liquidatieproces [Marengo|PERSON] niet.", [("Joenja", "PRODUCT"), ("Marengo", "EVENT")], id="noun-before"),
        pytest.param("De burgemeester van [Staden|PERSON] zwijgt", [("Staden", "GPE")], id="town-of-a-mayor"),
        pytest.param("Dan zegt [BNR’s|PERSON] man", [("BNR’s", "ORG")], id="organisation-possessive"),
        pytest.param("Het werd Amerikaan [Neilson Powless|ORG]", [("Neilson Powless", "PERSON")], id="compatriot"),
        pytest.param("Dat zegt de [Leuvenaar|EVENT] na afloop", [("Leuvenaar", "NORP")], id="inhabitant"),
        pytest.param("In het nieuwe, [Abe Lenstra-stadion|PERSON] niets", [("Abe Lenstra-stadion", "FAC")], id="stadium-by-its-tail"),
        pytest.param("Topscorer is [Feyenoorder Nicolai Jørgensen|PERSON]", [("Nicolai Jørgensen", "PERSON")], id="of-a-club-before-a-name"),
        pytest.param("Het is brand. [Bewoner|PERSON] (43) vast. De [Hamasleider|ORG] zwijgt.", [], id="nouns-for-people"),
        pytest.param("Volgens [Europese Raadsvoorzitter|PERSON] [Charles Michel|PERSON] niet", [("Charles Michel", "PERSON")], id="title-before-a-name"),
        pytest.param("De minister van [Defensie Gallant|ORG] zwijgt", [("Defensie", "ORG"), ("Gallant", "PERSON")], id="portfolio-and-surname"),
        pytest.param("Met goals van [Deflandre|PERSON], [Anic|ORG] en [Lesnjak|GPE] won het", [("Deflandre", "PERSON"), ("Anic", "PERSON"), ("Lesnjak", "PERSON")], id="deeds-of-several"),
        pytest.param("Nadat [Pennsylvania|PERSON] viel, won hij", [("Pennsylvania", "GPE")], id="region"),
        pytest.param("Het [Wuhanvirus|ORG] komt", [], id="virus"),
    ],
)  # fmt: skip
def test_repairs(text, entities):
    assert repaired(text) == entities


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        pytest.param("[Piet Bakker|PERSON] is bakker. Bakker zijn is zwaar.", [("Piet Bakker", "PERSON")], id="surname-is-a-word"),
        pytest.param("[Wim Kok|PERSON] (CV) komt.", [("Wim Kok", "PERSON")], id="brackets-after-a-person"),
        pytest.param("Premier [België|GPE] op bezoek", [("België", "GPE")], id="title-before-a-country"),
        pytest.param("Over [Parijs|GPE] en [Parijs|PERSON]", [("Parijs", "GPE"), ("Parijs", "PERSON")], id="known-place-at-a-tie"),
        pytest.param("Let op de [Universiteit van Rusland|ORG]", [("Universiteit van Rusland", "ORG")], id="country-inside-a-name"),
        pytest.param("Ze las Trouw en werd Groen.", [], id="organisations-that-are-words"),
        pytest.param("[twaalf|CARDINAL] mensen in [2012|DATE]", [("twaalf", "CARDINAL"), ("2012", "DATE")], id="other-labels"),
        pytest.param("Bij [Jan van der Laan|PERSON] en [Piet Verstraat|PERSON]", [("Jan van der Laan", "PERSON"), ("Piet Verstraat", "PERSON")], id="surname-like-a-street"),
        pytest.param("Over [Ban Ki-moon|PERSON] en de [Pieter Baan-kliniek|ORG] niets", [("Ban Ki-moon", "PERSON"), ("Pieter Baan-kliniek", "ORG")], id="hyphen-in-a-name"),
        pytest.param("De vader van [Vermeulen|PERSON] en de trainer van [Marloes|PERSON] lachen", [("Vermeulen", "PERSON"), ("Marloes", "PERSON")], id="person-of-a-person"),
        pytest.param("Een brand in [Florence|GPE] woedt", [("Florence", "GPE")], id="place-like-a-first-name"),
        pytest.param("Het [ministerie van Defensie|ORG] zwijgt", [("ministerie van Defensie", "ORG")], id="ministry"),
        pytest.param("Volgens [Lloyd Bank|ORG], de minister en de bond", [("Lloyd Bank", "ORG")], id="list-of-speakers"),
        pytest.param("Het dorp [Balkbrug|GPE] en de stad [Tiel|GPE]", [("Balkbrug", "GPE"), ("Tiel", "GPE")], id="town-like-a-bridge"),
        pytest.param("De [Watergate|EVENT] en de [Gezondheidswinkel|ORG] sluiten", [("Watergate", "EVENT"), ("Gezondheidswinkel", "ORG")], id="no-compound-of-ours"),
        pytest.param("Met [Schippers|PERSON] sprak zij. [Schippers|PERSON] zweeg.", [("Schippers", "PERSON")] * 2, id="surname-like-a-plural"),
        pytest.param("Hij vertaalt het in het [Nederlands|LANGUAGE], en [Engels|LANGUAGE] spreekt zij", [("Nederlands", "LANGUAGE"), ("Engels", "LANGUAGE")], id="language"),
        pytest.param("Paus [Johannes Paulus II|PERSON] en koning [Willem I|PERSON] zien [Willem II|ORG]", [("Johannes Paulus II", "PERSON"), ("Willem I", "PERSON"), ("Willem II", "ORG")], id="no-cabinet"),
        pytest.param("Zij belt zorgverzekeraar [Solidas|ORG], die niets zegt", [("Solidas", "ORG")], id="organisation-that-is-die"),
        pytest.param("Een doelpunt van [Utrecht|GPE] en een pass van de [Graafschapper|ORG]", [("Utrecht", "GPE"), ("Graafschapper", "ORG")], id="deed-of-no-person"),
        pytest.param("Met de minister van [Jan Smit|PERSON] en de [Tank|PRODUCT]", [("Jan Smit", "PERSON"), ("Tank", "PRODUCT")], id="person-of-an-office"),
        pytest.param("De directeur van [Mulder|PERSON] en de dochter van [Gerda|PERSON]", [("Mulder", "ORG"), ("Gerda", "PERSON")], id="no-mayor"),
        pytest.param("Met [Bakker|PERSON] (43) en de [Zangleider|ORG] erbij", [("Bakker", "PERSON"), ("Zangleider", "ORG")], id="surname-like-a-title"),
        pytest.param("Met [Jan Limburg|PERSON] sprak [Limburg|PERSON] niet", [("Jan Limburg", "PERSON"), ("Limburg", "PERSON")], id="surname-like-a-region"),
        pytest.param("Over minister van Financiën [Laurens Terhaar|PERSON] niets", [("Laurens Terhaar", "PERSON")], id="ministry-before-a-name"),
        pytest.param("In de [Johan Cruijff ArenA|FAC] vol", [("Johan Cruijff ArenA", "FAC")], id="building-with-a-first-name"),
        pytest.param("Over [Rutte|PERSON] en [Shell|ORG]", [("Rutte", "PERSON"), ("Shell", "ORG")], id="person-and-firm"),
        pytest.param("Om [15,30|TIME] uur en in [2018|DATE]", [("15,30", "CARDINAL"), ("2018", "DATE")], id="year"),
        pytest.param("Zij zag Utrecht (12) liggen", [], id="place-with-a-number"),
        pytest.param("Ze las ‘De [Avonden|EVENT]’ niet", [("Avonden", "EVENT")], id="marks-without-a-word-for-a-work"),
    ],
)  # fmt: skip
def test_what_is_left_alone(text, entities):
    assert repaired(text) == entities


def test_a_repair_can_be_switched_off(tmp_path):
    (tmp_path / "mijn.toml").write_text(SWITCHED_OFF, encoding="utf-8")
    text = "[Mark Rutte|PERSON] lacht. Later ging Rutte naar huis."
    assert repaired(text, EntityRepair(NLP, [str(tmp_path)])) == [RUTTE]


def test_a_repair_is_told_by_its_rule():
    doc = REPAIR(marked("[Mark Rutte|PERSON] lacht. Later ging Rutte naar huis."))
    assert [(span.text, span.id_) for span in doc.spans["entity_repairs"]] == [
        ("Rutte", "entities/achternaam")
    ]


def test_entities_never_overlap_and_nothing_raises():
    for text in (
        "",
        "Mark",
        "[Mark Rutte|PERSON] (",
        "De De Rutte [De Rutte|PERSON] van der",
        "[„|ORG] [”|ORG]",
    ):
        spans = [(ent.start, ent.end) for ent in REPAIR(marked(text)).ents]
        assert spans == sorted(spans)


def test_blanks_are_no_part_of_a_name():
    assert repaired("Zo zei [\n|PERSON]dat [\nMark Rutte\n|PERSON]lacht.") == [RUTTE]
