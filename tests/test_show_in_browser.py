"""Pages in a real browser: no complaint, usable by keyboard, accessible, and nothing in the text runs."""

import os
from pathlib import Path

import pytest
from browser import CHROMIUM, Browser
from test_show import record
from untrained import ROOT

from nieuwsextract import Article, extract, load
from nieuwsextract.records import Candidate, Explanation, Rejected
from nieuwsextract.writing.html import to_html, to_index

AXE = Path(os.environ.get("AXE_CORE", ROOT / "node_modules" / "axe-core" / "axe.min.js"))
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium (Debian: apt-get install chromium)")
needs_axe = pytest.mark.skipif(
    not AXE.is_file(), reason="needs axe-core (npm install --no-save axe-core, or AXE_CORE=…/axe.min.js)"
)
WIDE, NARROW = 1200, 420


@pytest.fixture(scope="module")
def browser():
    browser = Browser()
    yield browser
    browser.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """A folder with the page of an article in which there is something of everything, and its index."""
    text = (ROOT / "samples" / "articles" / "lavrov.txt").read_text(encoding="utf-8")
    shown = extract(Article(id="lavrov", text=text), nlp=load(), explain=True)
    assert shown.quotes and shown.events and shown.times
    folder = tmp_path_factory.mktemp("pages")
    (folder / "article.html").write_text(to_html(shown), encoding="utf-8")
    (folder / "index.html").write_text(to_index([("article.html", shown)] * 2), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def article(browser, pages):
    return browser.open(pages / "article.html")


def test_the_console_is_silent_and_nothing_is_fetched(browser, pages):
    for page in pages.iterdir():
        assert browser.open(page).complaints() == []


LOOKS = pytest.mark.parametrize(
    ("media", "scheme", "width"),
    [("", "light", WIDE), ("", "dark", WIDE), ("print", "light", WIDE), ("", "light", NARROW)],
    ids=["light", "dark", "print", "narrow"],
)


@needs_axe
@LOOKS
@pytest.mark.parametrize("page", ["article.html", "index.html"])
def test_axe_finds_no_fault(browser, pages, page, media, scheme, width):
    tab = browser.open(pages / page)
    tab.emulate(media, scheme, width)
    tab.run(AXE.read_text(encoding="utf-8") + "; 0")
    faults = tab.run(
        "axe.run().then(r => r.violations.map(v => [v.id, v.impact, v.nodes[0].html.slice(0, 200)]))"
    )
    assert faults == []


@LOOKS
def test_the_page_fits_its_window(article, tmp_path, media, scheme, width):
    article.emulate(media, scheme, width)
    assert article.run("document.documentElement.scrollWidth <= window.innerWidth")
    article.screenshot(tmp_path / "page.png")
    assert (tmp_path / "page.png").stat().st_size > 10_000


def test_the_keyboard_reaches_every_link_and_reason_in_order(article):
    article.emulate()
    article.run("document.body.tabIndex = -1; document.body.focus()")
    stops = "document.querySelectorAll('a[href], summary')"
    wanted = article.run(f"{stops}.length")
    reached = []
    for _ in range(wanted):
        article.press("Tab")
        reached.append(article.run(f"[...{stops}].indexOf(document.activeElement)"))
    assert reached == list(range(wanted))


def test_enter_goes_from_text_to_card_and_back(article):
    article.run("document.querySelector('a.badge').focus()")
    article.press("Enter")
    assert article.run("location.hash") == "#card-q1"
    article.run("document.querySelector('#card-q1 a').focus()")
    article.press("Enter")
    assert article.run("location.hash") == "#at-q1"
    assert article.run("document.getElementById('at-q1') !== null")


def test_focus_on_a_quote_tells_its_speaker_and_cue(article):
    article.run("document.querySelector('a.badge[data-target=q2]').focus()")
    told = article.run("document.getElementById('note').textContent")
    assert told.startswith("q2: Sergei Lavrov · ")
    lit = article.run("[...document.querySelectorAll('.lit')].map(e => e.textContent).join('')")
    assert "Noord-Korea is bereid" in lit
    assert lit.endswith("gezegd")


def test_the_pointer_on_an_event_tells_its_arguments(article):
    told = article.run(
        "(() => { const place = document.querySelector('a.event[title*=\"→\"]');"
        " place.dispatchEvent(new PointerEvent('pointerover', {bubbles: true}));"
        " return [document.getElementById('note').textContent, place.title]; })()"
    )
    assert told[0] == told[1]
    assert "→" in told[0]


@pytest.mark.parametrize(
    "evil",
    [
        "<script>document.title='owned'</script>",
        "<img src=x onerror=\"document.title='owned'\">",
        "\"onmouseover=\"document.title='owned'",
        "javascript:document.title='owned'",
        "</title></style></script><svg onload=\"document.title='owned'\">",
        "{{ 7*7 }}{% raw %}",
    ],
    ids=["script", "image", "attribute", "link", "closing-tags", "template"],
)
def test_nothing_in_the_text_runs(browser, tmp_path, evil):
    shown = record(f"„Ja”, zegt {evil} hier.", evil, headline=evil, quote="Ja")
    told = Explanation(
        paths={evil: evil},
        rejected=[Rejected(rule=evil, reason=evil)],
        candidates=[Candidate(part=evil, name=evil, reason=evil)],
    )
    shown = shown.model_copy(update={
        "id": evil, "quotes": [quote.model_copy(update={"rule": evil}) for quote in shown.quotes],
        "entities": [entity.model_copy(update={"role": evil, "explanation": told}) for entity in shown.entities],
    })  # fmt: skip
    for name, page in (("a.html", to_html(shown)), ("index.html", to_index([("a.html", shown)]))):
        (tmp_path / name).write_text(page, encoding="utf-8")
        tab = browser.open(tmp_path / name)
        tab.run(
            "document.querySelectorAll('[data-items], a').forEach(e => e.dispatchEvent(new MouseEvent('mouseover', {bubbles: true})))"
        )
        assert tab.run("document.title") != "owned"
        assert tab.run("document.scripts.length") == 1
        assert tab.run("document.querySelectorAll('img, svg, [onmouseover]').length") == 0
        assert tab.run("[...document.links].every(a => a.protocol === 'file:')")
        assert tab.complaints() == []
        assert evil in tab.run("document.body.textContent")


def test_the_reasons_open_by_keyboard(article):
    article.run("document.querySelector('#card-q2 summary').focus()")
    article.press("Enter")
    assert article.run("document.querySelector('#card-q2 details').open")
    assert "speaker: name" in article.run("document.querySelector('#card-q2 details').textContent")


def test_print_is_dark_on_light_whatever_the_scheme(browser, pages):
    tab = browser.open(pages / "article.html")
    tab.emulate("print", "dark")
    assert tab.run("getComputedStyle(document.body).backgroundColor") == "rgb(253, 252, 249)"
    tab.emulate("", "dark")
    assert tab.run("getComputedStyle(document.body).backgroundColor") == "rgb(22, 22, 22)"
