import pytest

from nieuwsextract.language import find_language
from nieuwsextract.rules import load_rules


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param(
            "De minister heeft de Kamer gezegd dat het plan er niet komt en dat zij gaat.", "nl", id="nl"
        ),
        pytest.param(
            "The minister has told the house that the plan is not to be and that she will go.", "en", id="en"
        ),
        pytest.param(
            "Der Minister hat dem Haus gesagt, dass der Plan nicht kommt und dass sie sich auf die Reise macht.",
            "de",
            id="de",
        ),
        pytest.param(
            "Le ministre a dit dans une lettre que les plans ne sont pas pour la ville et qui est là.",
            "fr",
            id="fr",
        ),
        pytest.param(
            "Die minister het gesê dat hulle nie vir die plan sal stem nie, maar hy was ook daar.",
            "af",
            id="af",
        ),
        pytest.param(
            "„Dit is geen traditie, dit is terreur”, tiert Bram van de bond.\n\nHet was van alles wat in de stad.",
            "nl",
            id="nl-as-near-to-af",
        ),
        pytest.param("Lavrov. Wenen.", None, id="too-short-to-tell"),
        pytest.param("", None, id="empty"),
    ],
)
def test_find_language(text, language):
    assert find_language(text, load_rules()) == language
