import pytest

from nieuwsextract.rules import RuleSet, load_rules
from nieuwsextract.rules.inflection import Inflection, inflection_of, noun_forms

INFLECTION = inflection_of(load_rules())


@pytest.mark.parametrize(
    ("verb", "finite", "participle"),
    [
        ("arresteren", "arresteerde", "gearresteerd"),
        ("praten", "praat", "gepraat"),
        ("stoppen", "stopt", "gestopt"),
        ("beloven", "belooft", "beloofd"),
        ("reizen", "reist", "gereisd"),
        ("weigeren", "weigert", "geweigerd"),
        ("eisen", "eisten", "geëist"),
        ("investeren", "investeert", "geïnvesteerd"),
        ("ondertekenen", "ondertekent", "ondertekend"),
        ("verbieden", "verbood", "verboden"),
        ("bezoeken", "bezochten", "bezocht"),
        ("slaan", "sloeg", "geslagen"),
        ("redden", "redde", "gered"),
        ("veroordelen", "veroordeelde", "veroordeeld"),
        ("veroorzaken", "veroorzaakte", "veroorzaakt"),
        ("waarschuwen", "waarschuwt", "gewaarschuwd"),
        ("ontmoeten", "ontmoette", "ontmoet"),
        ("bellen", "belde", "gebeld"),
        ("evacueren", "evacueerde", "geëvacueerd"),
        ("discussiëren", "discussieerde", "gediscussieerd"),
        ("distantiëren", "distantieert", "gedistantieerd"),
        ("creëren", "creëerde", "gecreëerd"),
        ("crashen", "crashte", "gecrasht"),
        ("finishen", "finisht", "gefinisht"),
        ("verschijnen", "verscheen", "verschenen"),
        ("vermijden", "vermeed", "vermeden"),
        ("onderzoeken", "onderzocht", "onderzocht"),
        ("overwegen", "overwoog", "overwogen"),
        ("ontslaan", "ontsloeg", "ontslagen"),
        ("verkiezen", "verkoos", "verkozen"),
        ("beschieten", "beschoot", "beschoten"),
        ("ontvoeren", "ontvoerde", "ontvoerd"),
        ("demonstreren", "demonstreerden", "gedemonstreerd"),
        ("protesteren", "protesteert", "geprotesteerd"),
        ("plunderen", "plunderden", "geplunderd"),
    ],
)
def test_verb_forms(verb, finite, participle):
    forms = INFLECTION.conjugate(verb)
    assert finite in forms.finite
    assert participle in forms.participles


@pytest.mark.parametrize(
    ("verb", "form"), [("staken", "stak"), ("ontslaan", "geontslagen"), ("beloven", "gebeloofd")]
)
def test_no_forms_of_other_verbs(verb, form):
    forms = INFLECTION.conjugate(verb)
    assert form not in forms.finite | forms.participles


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("aanval", "aanvallen"),
        ("verbod", "verboden"),
        ("staking", "stakingen"),
        ("zege", "zeges"),
        ("overeenkomst", "overeenkomsten"),
        ("reis", "reizen"),
        ("vijandigheid", "vijandigheden"),
    ],
)
def test_noun_plurals(noun, plural):
    assert {noun, plural} <= noun_forms(noun)


@pytest.mark.parametrize("word", ["a", "n", "en", "aa", "ëren", "(", "een", "[en"])
def test_what_is_hardly_a_word_has_forms_all_the_same(word):
    without_rules = Inflection(RuleSet({}, {}, ""))
    without_rules.conjugate(word)
    assert word in noun_forms(word)
    assert word in without_rules.all_forms(word)


@pytest.mark.parametrize(
    ("prefixes", "verb", "participle", "other"),
    [
        ("onbeklemtoond", "beloven", "beloofd", "gebeloofd"),
        ("misschien-beklemtoond", "ondertekenen", "ondertekend", "geondertekend"),
    ],
)
def test_prefixes_are_rules(tmp_path, prefixes, verb, participle, other):
    assert participle in INFLECTION.conjugate(verb).participles
    (tmp_path / "mijn.toml").write_text(f'[[function_words]]\nid = "{prefixes}"\nenabled = false\n')
    without = inflection_of(load_rules([tmp_path])).conjugate(verb).participles
    assert participle not in without
    assert other in without
