"""Of two rules that fit a word the first one has it: the order of the files counts, and the fingerprint says so."""

import pytest
import spacy
from spacy.tokens import Doc

from nieuwsextract.pipeline.events import Events
from nieuwsextract.rules import load_rules

ONE = '[[trigger]]\nid = "optocht-een"\nevent = "PROTEST"\nnouns = ["wapperoptocht"]\n'
OTHER = ONE.replace("een", "twee").replace("PROTEST", "COMPETE")


@pytest.fixture
def orders(tmp_path):
    """The same two rules, in both orders."""
    for name, text in (("heen", ONE + OTHER), ("terug", OTHER + ONE)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "mijn.toml").write_text(text, encoding="utf-8")
    return [load_rules([tmp_path / name]) for name in ("heen", "terug")]


def test_the_first_rule_has_the_word(orders):
    doc = Doc(
        spacy.blank("nl").vocab,
        words=["Een", "wapperoptocht"],
        pos=["DET", "NOUN"],
        heads=[1, 1],
        deps=["det", "ROOT"],
    )
    assert [Events(None, rules).find(doc)[0]["event_type"] for rules in orders] == ["PROTEST", "COMPETE"]


def test_another_order_is_another_fingerprint(orders):
    assert orders[0].fingerprint != orders[1].fingerprint


def test_a_file_s_name_alone_changes_nothing(tmp_path):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.toml").write_text(ONE, encoding="utf-8")
    assert load_rules([tmp_path / "a"]).fingerprint == load_rules([tmp_path / "b"]).fingerprint
