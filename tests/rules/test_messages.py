"""What a rule writer is told, word by word: file, line, rule, field, value, remedy."""

import pytest

from nieuwsextract.errors import RuleError
from nieuwsextract.rules import load_rules
from nieuwsextract.rules.review import own_rules, review

TRIGGER = '[[trigger]]\nid = "wapperen"\nevent = "PROTEST"\nverbs = ["wapperen"]\n'
EXAMPLE = 'examples = ["Boeren <trigger>wapperen</trigger>."]\n'


def message(tmp_path, text):
    (tmp_path / "mijn.toml").write_text(text, encoding="utf-8")
    with pytest.raises(RuleError) as error:
        load_rules([tmp_path])
    return str(error.value).replace(f"{tmp_path}/", "")


@pytest.mark.parametrize(
    ("text", "golden"),
    [
        pytest.param(
            "# mijn regels\n\n" + TRIGGER.replace("PROTEST", "protest"),
            "mijn.toml:5: trigger 'wapperen': event: should be one of 'AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', "
            "'COOPERATE', 'AID', 'RETREAT', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', "
            "'MOBILIZE', 'COERCE', 'ASSAULT', 'DIE', 'INJURE', 'ACCIDENT', 'DISASTER', 'ELECT', 'APPOINT', 'RESIGN', "
            "'PROSECUTE', 'CONVICT', 'ACQUIT', 'CRIME', 'LEGISLATE', 'ACQUIRE', 'BANKRUPT', 'LAYOFF', 'INVEST', "
            "'RESULT', 'COMPETE', 'RESCUE' (got 'protest')",
            id="no-such-value",
        ),
        pytest.param(
            TRIGGER + 'verb = ["zwaaien"]\n',
            "mijn.toml:5: trigger 'wapperen': verb: no such field (got ['zwaaien']); did you mean verbs?",
            id="misspelt-field",
        ),
        pytest.param(
            '[[layout]]\nid = "x"\nelement = "source"\nwords = "herkomst:"\n',
            "mijn.toml:4: layout 'x': words: should be a list, in brackets: [\"…\", \"…\"] (got 'herkomst:')",
            id="no-list",
        ),
        pytest.param(
            '[[layout]]\nid = "x"\nelement = "source"\nwords = ["a", 3]\n',
            "mijn.toml:4: layout 'x': words.1: Input should be a valid string (got 3)",
            id="one-word-of-a-list",
        ),
        pytest.param(
            '[[layout]]\nid = "x"\nelement = "source"\n',
            "mijn.toml:1: layout 'x': words: is missing; add it",
            id="missing-field",
        ),
        pytest.param(
            '[[layout]]\nelement = "source"\nwords = ["a"]\n',
            "mijn.toml:1: layout without id: id: is missing; add it",
            id="missing-id",
        ),
        pytest.param(
            TRIGGER.replace('"wapperen"\ne', '"wapperen of zwaaien"\ne'),
            "mijn.toml:2: trigger 'wapperen of zwaaien': id: should have no blanks and no slash (got 'wapperen of zwaaien')",
            id="id-with-blanks",
        ),
        pytest.param(
            '[[trigger]]\nid = "leeg"\nevent = "PROTEST"\n',
            "mijn.toml:1: trigger 'leeg': a trigger needs verbs, nouns or words",
            id="rule-as-a-whole",
        ),
        pytest.param(
            TRIGGER.replace('["wapperen"]', '["terug|"]'),
            "mijn.toml:1: trigger 'wapperen': verb 'terug|' should read like: zich terug|trekken +uit",
            id="verb-without-verb",
        ),
        pytest.param(
            TRIGGER + 'nouns = ["-"]\n',
            "mijn.toml:1: trigger 'wapperen': noun '-' should read like: top, or -top, or politieke top",
            id="noun-without-noun",
        ),
        pytest.param(
            TRIGGER.replace('["wapperen"]', '["wapperen", " "]'),
            "mijn.toml:4: trigger 'wapperen': verbs: a word should not be blank; take it out (got ['wapperen', ' '])",
            id="blank-word",
        ),
        pytest.param(
            TRIGGER + "\n" + TRIGGER,
            "mijn.toml:7: trigger 'wapperen': this id stands at mijn.toml:1 already; take another",
            id="same-id-twice",
        ),
        pytest.param(
            '[[ambiguous_place]]\nid = "x"\nnames = ["Utopolis"]\n[[ambiguous_place.readings]]\nland = "BE"\nnear = ["Gent"]\n',
            "mijn.toml:4: ambiguous_place 'x': readings.0.land: no such field (got 'BE'); there are: country, name, near",
            id="inner-table",
        ),
        pytest.param(
            TRIGGER + "pattern = {}\n",
            "mijn.toml:5: trigger 'wapperen': pattern: a pattern that asks nothing always holds; give it a lemma, form, "
            "pos, has … (got {})",
            id="empty-pattern",
        ),
        pytest.param(
            TRIGGER + 'pattern = { lema = ["x"] }\n',
            "mijn.toml:5: trigger 'wapperen': pattern.lema: no such field (got ['x']); did you mean lemma?",
            id="misspelt-field-of-a-pattern",
        ),
        pytest.param(
            TRIGGER + 'pattern = { after = { regex = ["(a+)+$"] } }\n',
            "mijn.toml:5: trigger 'wapperen': pattern.after.regex: no such field (got ['(a+)+$']); there are: form, lemma, pos",
            id="no-regular-expressions",
        ),
        pytest.param(
            TRIGGER + 'pattern = "(a+)+$"\n',
            "mijn.toml:5: trigger 'wapperen': pattern: should be a table, in braces: { … } (got '(a+)+$')",
            id="no-raw-pattern",
        ),
        pytest.param(
            TRIGGER + 'pattern = { has = [{ role = "objekt" }] }\n',
            "mijn.toml:5: trigger 'wapperen': pattern.has.0.role: should be one of 'subject', 'object', 'determiner', "
            "'adjective', 'adverb', 'particle', 'clause' (got 'objekt')",
            id="no-such-role",
        ),
        pytest.param(
            TRIGGER + "pattern = { before = {} }\n",
            "mijn.toml:5: trigger 'wapperen': pattern: before and after need a lemma, form or pos, else any word would do "
            "(got {'before': {}})",
            id="any-neighbour",
        ),
        pytest.param(
            TRIGGER + 'pattern = { form = ["wappert"], within = 3 }\n',
            "mijn.toml:5: trigger 'wapperen': pattern: within says how far off before or after may stand; give one of them "
            "(got {'form': ['wappert'], 'within': 3})",
            id="within-nothing",
        ),
        pytest.param(
            TRIGGER + 'pattern = { after = { form = ["vlag"] }, within = 300 }\n',
            "mijn.toml:5: trigger 'wapperen': pattern.within: Input should be less than or equal to 30 (got 300)",
            id="too-far",
        ),
        pytest.param(
            '[[cue_block]]\nid = "x"\ncue = "zeggen"\n',
            "mijn.toml:1: cue_block 'x': a block of a cue needs words or a pattern",
            id="block-of-nothing",
        ),
        pytest.param(
            '[[entity_repair]]\nid = "x"\nrepair = "trim"\npattern = { pos = ["verb"] }\n',
            "mijn.toml:1: entity_repair 'x': only repair = \"drop\" can have a pattern",
            id="pattern-of-another-repair",
        ),
        pytest.param(
            '[[entity_repair]]\nid = "x"\nrepair = "drop"\n',
            "mijn.toml:1: entity_repair 'x': a rule that drops names needs words or a pattern",
            id="drops-nothing",
        ),
        pytest.param(
            'note = """\n[[layout]]\n"""\n[[layout]]\nid = "x"\n',
            "mijn.toml:1: [[note]] is no kind of rule; there are: " + ", ".join(sorted(load_rules().rules)),
            id="no-table",
        ),
        pytest.param(
            '[[layout]]\nid = "x\n',
            "mijn.toml: not a TOML file: Illegal character '\\n' (at line 2, column 8)",
            id="no-toml",
        ),
    ],
)
def test_golden(tmp_path, text, golden):
    assert message(tmp_path, text) == golden


def test_all_faults_of_all_files_are_told_at_once(tmp_path):
    (tmp_path / "a.toml").write_text("[[werkwoord]]\n", encoding="utf-8")
    told = message(tmp_path, '[[layout]]\nid = "x"\nwoorden = ["a"]\n').splitlines()
    assert [line.split(": ")[0] for line in told] == ["a.toml:1", *["mijn.toml:1"] * 2, "mijn.toml:3"]


def test_lines_count_past_strings_of_several_lines(tmp_path):
    text = '[[layout]]\nid = "x"\nnote = """\n[[layout]]\nwords = 1\n"""\nelement = "kop"\nwords = ["a"]\n'
    assert message(tmp_path, text).startswith("mijn.toml:7: layout 'x': element: ")


def test_a_removal_needs_only_an_id(tmp_path):
    (tmp_path / "mijn.toml").write_text('[[country]]\nid = "BE"\nenabled = false\n', encoding="utf-8")
    assert "BE" not in load_rules([tmp_path]).rules["country"]


def test_own_rules_come_first(tmp_path):
    (tmp_path / "mijn.toml").write_text(TRIGGER, encoding="utf-8")
    assert next(iter(load_rules([tmp_path]).rules["trigger"])) == "wapperen"


@pytest.mark.parametrize(
    ("text", "golden"),
    [
        pytest.param(TRIGGER + EXAMPLE, [], id="nothing-odd"),
        pytest.param(
            TRIGGER,
            ["1: trigger 'wapperen': has no examples; write a sentence to which it applies"],
            id="no-examples",
        ),
        pytest.param(
            TRIGGER + EXAMPLE + 'subject = ["persn"]\n',
            [
                "1: trigger 'wapperen': subject: there is no noun class 'persn', so this never holds; did you mean 'person'?"
            ],
            id="unknown-class",
        ),
        pytest.param(
            TRIGGER + EXAMPLE + TRIGGER.replace('"wapperen"\ne', '"zwaaien"\nmode = "demo"\ne') + EXAMPLE,
            [
                "6: trigger 'zwaaien': never applies to wapperen: 'wapperen' (mijn.toml:1) has the same words and "
                "conditions and comes first; give this rule that id, or a condition"
            ],
            id="shadowed-trigger",
        ),
        pytest.param(
            TRIGGER
            + EXAMPLE
            + TRIGGER.replace('"wapperen"\ne', '"zwaaien"\nsubject = ["person"]\ne')
            + EXAMPLE,
            [],
            id="same-word-under-a-condition",
        ),
        pytest.param(
            TRIGGER + EXAMPLE + 'pattern = { form = ["zwaaide"] }\n',
            [
                "1: trigger 'wapperen': pattern.form: zwaaide is none of the rule's own words, so this never holds"
            ],
            id="pattern-of-other-words",
        ),
        pytest.param(
            TRIGGER + EXAMPLE + 'pattern = { form = ["wapperde"], lemma = ["wapperen"] }\n',
            [],
            id="pattern-of-its-own-words",
        ),
        pytest.param(
            '[[attribution]]\nid = "x"\nlemma = "x"\ncue_class = "say"\nwords = ["Volgens", "bronnen", "rond"]\n'
            'examples = ["Volgens bronnen rond de club is het rond."]\n',
            [
                "1: attribution 'x': words: 'Volgens' never applies, words are compared in lower case; write it so"
            ],
            id="capitals",
        ),
        pytest.param(
            '[[block]]\nid = "x"\nwords = ["fietsen"]\nexamples = ["Zij fietsen."]\n',
            ["1: block 'x': words: 'fietsen' is no trigger's verb (without |) or noun: nothing to block"],
            id="nothing-to-block",
        ),
        pytest.param(
            '[[trigger]]\nid = "protest-stakn"\nenabled = false\n',
            [
                "1: trigger 'protest-stakn': removes nothing, there is no rule of this id; did you mean 'protest-staken'?"
            ],
            id="removes-nothing",
        ),
        pytest.param(
            '[[cue_block]]\nid = "x"\ncue = "zegen"\nwords = ["niets"]\nexamples = ["Hij zegt niets."]\n',
            [
                "1: cue_block 'x': cue: there is no cue 'zegen', so there is nothing to block; did you mean 'zeggen'?"
            ],
            id="block-of-no-cue",
        ),
        pytest.param(
            '[[place]]\nid = "x"\nnames = ["Nederland"]\nexamples = ["In Nederland."]\n',
            ["1: place 'x': never applies: its names belong to NL already; give this rule that id"],
            id="a-name-that-is-taken",
        ),
        pytest.param(
            '[[layout]]\nid = "bron"\nelement = "byline"\nwords = ["door:"]\nexamples = ["door: Jan"]\n'
            '[[layout]]\nid = "bron2"\nelement = "byline"\nwords = ["door:"]\nexamples = ["door: Piet"]\n',
            [
                "1: layout 'bron': says the same as 'bron2' (mijn.toml:6); take one out",
                "6: layout 'bron2': says the same as 'bron' (mijn.toml:1); take one out",
            ],
            id="says-the-same",
        ),
    ],
)
def test_review(tmp_path, text, golden):
    (tmp_path / "mijn.toml").write_text(text, encoding="utf-8")
    rules = load_rules([tmp_path])
    found = review(rules, own_rules(rules, tmp_path))
    assert [line.replace(f"{tmp_path}/", "") for line in found] == [f"mijn.toml:{line}" for line in golden]
