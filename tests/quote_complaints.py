"""What users of other quote extractors report as failing, said in Dutch, with what must not be taken for it.

A case is the paragraphs of a text and its quotes: (type, content spans, source, speaker). Parsed, as one line, by
``parses_of_quotes.py``.
"""

DOOR = "We gaan door tot het einde."
KARIN = "Karin de Boer"

#: No plain verb: a name and a colon, a dash and a name, ``van``.
WITHOUT_A_VERB = {
    "naam-en-dubbele-punt-boven-het-citaat": (
        ["Voorzitter Karin de Boer:", f"“{DOOR}”"],
        [("direct", [DOOR], "Voorzitter Karin de Boer", KARIN)],
    ),
    "naam-en-dubbele-punt": ([f"Karin de Boer: “{DOOR}”"], [("direct", [DOOR], KARIN, KARIN)]),
    "en-van": (
        [f"En van voorzitter Karin de Boer: “{DOOR}”"],
        [("direct", [DOOR], "voorzitter Karin de Boer", KARIN)],
    ),
    "en-van-boven-het-citaat": (
        ["En van voorzitter Karin de Boer:", f"“{DOOR}”"],
        [("direct", [DOOR], "voorzitter Karin de Boer", KARIN)],
    ),
    "en-dan": (
        [f"En dan wethouder Piet Jansen: ‘{DOOR}’"],
        [("direct", [DOOR], "wethouder Piet Jansen", "Piet Jansen")],
    ),
    "streepje-en-naam": (
        [f"“{DOOR}” – Karin de Boer, voorzitter van FNV"],
        [("direct", [DOOR], KARIN, KARIN)],
    ),
    "streepje-en-naam-eronder": ([f"“{DOOR}”", "— Karin de Boer"], [("direct", [DOOR], KARIN, KARIN)]),
    "streepje-zonder-naam": (["“De avonden” – een roman uit 1947 – verkoopt nog altijd goed."], []),
    "dubbele-punt-boven-een-titel": (
        ["De agenda van morgen:", "‘De avonden’ in de schouwburg van Leiden."],
        [],
    ),
}

#: The speaker must not stay unknown: descriptions, paragraphs and sentences between name and words.
UNKNOWN_SPEAKER = {
    "beschrijving-en-alineagrens": (
        [
            "Hugo Hill, arts in Leiden, zei: ‘Ze hebben dringend zorg nodig.",
            "‘Als ze die niet krijgen, gaan ze dood’, voegde hij eraan toe.",
        ],
        [
            ("direct", ["Ze hebben dringend zorg nodig."], "Hugo Hill", "Hugo Hill"),
            ("direct", ["Als ze die niet krijgen, gaan ze dood"], "hij", "Hugo Hill"),
        ],
    ),
    "beschrijving-voor-de-alineagrens": (
        ["Hugo Hill, arts in Leiden, zei:", "“De patiënten wachten veel te lang.”"],
        [("direct", ["De patiënten wachten veel te lang."], "Hugo Hill", "Hugo Hill")],
    ),
    "zin-tussen-naam-en-citaat": (
        ["Burgemeester Karin de Boer kwam binnen. Het was stil in de zaal. “We gaan door”, zei ze."],
        [("direct", ["We gaan door"], "ze", KARIN)],
    ),
    "naam-in-de-zin-ervoor": (
        ["Deze zomer ging Jan Smit op vakantie. Hij zei: ‘Ik ga naar Texel.’"],
        [("direct", ["Ik ga naar Texel."], "Hij", "Jan Smit")],
    ),
    "citaat-zonder-cue": (
        ["Karin de Boer sprak met Piet Jansen. “Het is tijd.” Piet Jansen knikte."],
        [("direct", ["Het is tijd."], None, KARIN)],
    ),
    "drie-sprekers": (
        ["‘Kerst is niets zonder cadeaus’, mopperde Joke. ‘Arm zijn is vreselijk!’, zuchtte Meg. ‘Wij hebben elkaar’, zei Beth tevreden."],
        [
            ("direct", ["Kerst is niets zonder cadeaus"], "Joke", "Joke"),
            ("direct", ["Arm zijn is vreselijk!"], "Meg", "Meg"),
            ("direct", ["Wij hebben elkaar"], "Beth", "Beth"),
        ],
    ),
    "niemand-genoemd": (["Een man riep: ‘Stop onmiddellijk!’"], [("direct", ["Stop onmiddellijk!"], "Een man", None)]),
    "een-ander-dan-de-genoemde": (
        ["“Dit is te duur”, zegt Jan Smit. “Het was een knal”, zegt een buurvrouw. “Alles trilde.”"],
        [
            ("direct", ["Dit is te duur"], "Jan Smit", "Jan Smit"),
            ("direct", ["Het was een knal", "Alles trilde."], "een buurvrouw", None),
        ],
    ),
}  # fmt: skip

#: Marks that do not close, or that other languages close with.
MARKS = {
    "nooit-gesloten": (
        ["Karin de Boer zegt: ‘We gaan door. Morgen staken we weer.", "De werkgevers zijn boos."],
        [("direct", ["We gaan door. Morgen staken we weer."], KARIN, KARIN)],
    ),
    "niet-gesloten-voor-de-cue": (
        ["“We gaan door, zei Karin de Boer.", "De bond wil meer loon."],
        [("direct", ["We gaan door"], KARIN, KARIN)],
    ),
    "niet-gesloten-en-geen-cue": (
        ["Karin de Boer was boos. “We gaan door en iedereen weet dat.", "De bond wil meer loon."],
        [("direct", ["We gaan door en iedereen weet dat."], None, KARIN)],
    ),
    "apostrof-in-het-citaat": (
        ["'Oma's foto's zijn 's avonds weg', zegt Karin de Boer."],
        [("direct", ["Oma's foto's zijn 's avonds weg"], KARIN, KARIN)],
    ),
    "apostrof-is-geen-teken": (["Oma's foto's van vroeger hangen 's avonds in Hans' kamer."], []),
} | {
    f"tekens-{opening}{closing}": (
        [f"{opening}We gaan door{closing}, zegt Karin de Boer. {opening}Tot het einde.{closing}"],
        [("direct", ["We gaan door", "Tot het einde."], KARIN, KARIN)],
    )
    for opening, closing in (
        "„“", "„”", '„"', "“”", "””", "““", '""', "‘’", "‚‘", "''", "`'", "«»", "»«", "‹›", (",,", "''"), (",,", "”"), ("``", "''"),
    )
}  # fmt: skip

COMPLAINTS = WITHOUT_A_VERB | UNKNOWN_SPEAKER | MARKS
