"""A saved pipeline carries its rules: the user's files are needed no more."""

import json
import subprocess
import sys

import pytest
import spacy

from nieuwsextract import extract, load
from nieuwsextract.errors import RuleError
from nieuwsextract.pipeline.loading import rules_of
from nieuwsextract.rules.events import TriggerRule
from nieuwsextract.rules.places import PlaceRule

UTOPIA = '[[place]]\nid = "utopia"\nnames = ["Utopolis"]\ncountry = "BE"\n'
TEXT = "De trein naar Utopolis rijdt niet."


def countries_of(nlp):
    return [(note["name"], note["country"]) for note in nlp(TEXT)._.nieuws_countries]


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "regels"
    (folder / "sub").mkdir(parents=True)
    (folder / "sub" / "mijn.toml").write_text(UTOPIA, encoding="utf-8")
    return folder


@pytest.fixture
def saved(untrained_model, folder, tmp_path):
    """A pipeline with own rules on disk, without the rules' own file."""
    nlp = load(untrained_model, rules=[folder])
    nlp.to_disk(tmp_path / "saved")
    (folder / "sub" / "mijn.toml").unlink()
    (folder / "sub").rmdir()
    folder.rmdir()
    return tmp_path / "saved"


def test_the_rule_applies_after_its_file_is_gone(saved):
    assert countries_of(spacy.load(saved)) == [("Utopolis", "BE")]


def test_in_a_new_process_too(saved):
    code = f"import spacy; print(spacy.load({str(saved)!r})({TEXT!r})._.nieuws_countries[0]['country'])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "BE", done.stderr


def test_the_fingerprint_follows(saved, untrained_nlp):
    nlp = load(saved)
    record = extract(TEXT, nlp=nlp)
    assert [rule.id for rule in rules_of(nlp).of("place", PlaceRule)].count("utopia") == 1
    assert record.produced_by.rules == rules_of(nlp).fingerprint
    assert record.produced_by.rules != extract(TEXT, nlp=untrained_nlp).produced_by.rules


def test_own_rules_go_over_the_carried_ones(saved, tmp_path):
    (tmp_path / "meer").mkdir()
    (tmp_path / "meer" / "a.toml").write_text(UTOPIA.replace("BE", "LU"), encoding="utf-8")
    assert countries_of(load(saved, rules=[tmp_path / "meer"])) == [("Utopolis", "LU")]


def test_a_folder_given_again_is_read_anew(saved, folder):
    folder.mkdir()
    (folder / "a.toml").write_text(UTOPIA.replace("BE", "DE"), encoding="utf-8")
    assert countries_of(load(saved)) == [("Utopolis", "BE")]
    assert countries_of(load(saved, rules=[folder])) == [("Utopolis", "DE")]


def test_an_edited_file_counts_in_the_next_load(untrained_model, folder):
    load(untrained_model, rules=[folder])
    (folder / "sub" / "mijn.toml").write_text(UTOPIA.replace("BE", "FR"), encoding="utf-8")
    assert countries_of(load(untrained_model, rules=[folder])) == [("Utopolis", "FR")]


def test_bytes_carry_them(untrained_model, folder):
    nlp = load(untrained_model, rules=[folder])
    other = spacy.util.load_model_from_config(nlp.config, meta=json.loads(json.dumps(nlp.meta)))
    assert countries_of(other.from_bytes(nlp.to_bytes())) == [("Utopolis", "BE")]


def test_a_carried_rule_that_fits_no_more_is_named(saved):
    meta = json.loads((saved / "meta.json").read_text(encoding="utf-8"))
    text = json.dumps(meta).replace("country = ", "land = ")
    (saved / "meta.json").write_text(text, encoding="utf-8")
    with pytest.raises(RuleError, match=r"mijn\.toml:4: place 'utopia': land: no such field"):
        load(saved)


def test_two_pipelines_have_their_own_rules(untrained_model, untrained_nlp, folder):
    with_rules = load(untrained_model, rules=[folder])
    assert countries_of(with_rules) == [("Utopolis", "BE")]
    assert countries_of(untrained_nlp) == []


def test_many_own_triggers_are_loaded(untrained_model, tmp_path):
    rule = '[[trigger]]\nid = "eigen-{0}"\nevent = "PROTEST"\nverbs = ["{1}klappen", "op|{1}rennen"]\nnouns = ["{1}tocht"]\n'
    letters = "bcdfghjkl"
    words = [(a + b + c, f"{a}a{b}e{c}") for a in letters for b in letters for c in letters][:500]
    (tmp_path / "veel.toml").write_text("\n".join(rule.format(*word) for word in words), encoding="utf-8")
    own = rules_of(load(untrained_model, rules=[tmp_path])).of("trigger", TriggerRule)
    assert sum(rule.id.startswith("eigen-") for rule in own) == 500
