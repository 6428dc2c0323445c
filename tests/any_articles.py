"""Any article there could be: texts of the pieces that rules look for, marks, odd characters, any metadata."""

from hypothesis import strategies as st

from nieuwsextract import Article

#: Pieces that our rules look for, every quotation mark, and characters that break careless programs.
MARKS = [
    "„",
    "”",
    "“",
    '"',
    "'",
    "’",
    "‘",
    "«",
    "»",
    "‹",
    "›",
    ",,",
    "''",
    "``",
    "´",
    "‚",
    "‛",
    "‟",
    "– ",
    "—",
]
SIGNS = [": ", ", ", ". ", "? ", "… ", "(", ")", "[", "]", "/", "|", "*", "\n", "\n\n", "\r\n", "\t"]
WORDS = [
    "zegt", "zei", "aldus", "volgens", "dat", "of", "Lavrov", "Sergei Lavrov", "hij", "zij", "ik", "we", "zijn",
    "de minister", "premier De Wit", "het kabinet", "de VS", "Noord-Korea", "Russische", "Brussel", "ANP", "D66",
    "vuurt", "raket", "af", "dreigt", "met", "niet", "zou", "mogelijk", "geen", "staking", "akkoord", "arresteerde",
    "dinsdag", "vorige week", "12 mei", "2 december 2017", "om 10.30 uur", "eind 2016", "jaren '60", "'s avonds",
    "drie weken geleden", "31 februari", "2017-02-30", "29-2-2019", "25.61 uur", "0000-00-00", "de 99e eeuw",
]  # fmt: skip
LAYOUT = [
    "WENEN (ANP) - ",
    "Bron: ANP",
    "date 2017-12 ",
    "<title> ABC - ",
    "Door Jan de Vries",
    "Meer nieuws:",
    "Lees ook",
]
ODD = [
    "\x00",
    "\x0b",
    "\x1c",
    "\x85",
    "\u2028",
    "\ufeff",
    "\u200b",
    "\u202e",
    "é",
    "é",
    "ﬁ",
    "İ",
    "ß",
    "😀",
    "🇳🇱",
    "٣",
    "\ud800",
]

PIECES = st.sampled_from([*MARKS, *SIGNS, *WORDS, *LAYOUT, *ODD])
TEXTS = st.one_of(
    st.text(max_size=80),
    st.text(alphabet="".join(mark[0] for mark in MARKS) + " a.\n", max_size=60),
    st.lists(PIECES, max_size=40).map(" ".join),
    st.lists(PIECES, max_size=40).map("".join),
)

#: Half surrogate pairs come too: files hold them, though no text should.
STRINGS = st.text(alphabet=st.characters(), max_size=12)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | STRINGS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(STRINGS, inner, max_size=3),
    max_leaves=8,
)
DATES = st.from_regex(r"\A[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?\Z")
MAYBE = st.none() | STRINGS
ARTICLES = st.builds(
    Article,
    text=TEXTS,
    id=STRINGS,
    headline=st.none() | TEXTS,
    published=st.none() | DATES,
    publisher=MAYBE,
    agency=MAYBE,
    authors=st.lists(STRINGS, max_size=3),
    section=MAYBE,
    url=MAYBE,
    language=MAYBE,
    extra=st.dictionaries(STRINGS, JSON, max_size=3),
)
