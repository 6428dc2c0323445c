"""Constructions of direct speech, as in ``quote_cases.py``."""

DIRECT = {
    "na": ('"Wij gaan door", zei Karin de Boer.', [("direct", ["Wij gaan door"], "Karin de Boer")]),
    "voor": (
        "Burgemeester Karin de Boer zei: ‘Wij gaan door.’",
        [("direct", ["Wij gaan door."], "Burgemeester Karin de Boer")],
    ),
    "onderbroken": (
        '"Wij gaan door", zei Karin de Boer, "tot het einde."',
        [("direct", ["Wij gaan door", "tot het einde."], "Karin de Boer")],
    ),
    "zelfde-citaat": (
        '"Wij gaan door", zei Karin de Boer. "Tot het einde."',
        [("direct", ["Wij gaan door", "Tot het einde."], "Karin de Boer")],
    ),
    "streepje": (
        "– Kom binnen, roept burgemeester Karin de Boer.",
        [("direct", ["Kom binnen"], "burgemeester Karin de Boer")],
    ),
    "streepje-binnenin": (
        "Het plan – vier jaar oud – is af, zei burgemeester Karin de Boer.",
        [("indirect", ["Het plan – vier jaar oud – is af"], "burgemeester Karin de Boer")],
    ),
    "oude-tekens": (
        ",,Dit is een grote overwinning'', juichte directeur Piet Pols op de stoep van de rechtbank.",
        [("direct", ["Dit is een grote overwinning"], "directeur Piet Pols")],
    ),
    "onbekend-werkwoord": (
        '"Het is lastig", monkelt Karin de Boer. "Maar het gaat."',
        [("direct", ["Het is lastig", "Maar het gaat."], "Karin de Boer")],
    ),
    "onbekend-werkwoord-met-voorwerp": (
        '"Dit kan niet langer", blaast burgemeester Karin de Boer stoom af.',
        [("direct", ["Dit kan niet langer"], "burgemeester Karin de Boer")],
    ),
    "onbekend-scheidbaar-werkwoord": (
        '"Eerst winnen, dan verder kijken", keek trainer Piet Pols terug.',
        [("direct", ["Eerst winnen, dan verder kijken"], "trainer Piet Pols")],
    ),
    "minister-van-onderwijs-zonder-cue": (
        "Minister van Onderwijs Karin de Boer ziet dat anders. “Wij zijn gestart met de goede traditie.”",
        [("direct", ["Wij zijn gestart met de goede traditie."], None)],
    ),
    "voor-haar-is-het-duidelijk": (
        "Voor haar is het duidelijk: “Heb ten minste de moed om dat te zeggen.”",
        [("direct", ["Heb ten minste de moed om dat te zeggen."], None)],
    ),
    "is-stellig": (
        "„We zijn er klaar voor”, is trainer Piet Pols stellig.",
        [("direct", ["We zijn er klaar voor"], "trainer Piet Pols")],
    ),
    "naam-in-tekens-na-de-bron": (
        "“Iedereen was er”, vertelde Piet Pols, vorig jaar winnaar van ‘de Ronde’.",
        [("direct", ["Iedereen was er"], "Piet Pols")],
    ),
    "tijd-voor-de-cue": (
        'Afgelopen dinsdag lichtte de wethouder dat toe: "Het is ingewikkelder."',
        [("direct", ["Het is ingewikkelder."], "de wethouder")],
    ),
    "bijwoord-voor-de-dubbele-punt": (
        "Allereerst: “Die mens kan daar niets aan doen.”",
        [("direct", ["Die mens kan daar niets aan doen."], None)],
    ),
    "volgens-mij": (
        '"Volgens mij is dat een mooie invulling", zei Piet Pols.',
        [("direct", ["Volgens mij is dat een mooie invulling"], "Piet Pols")],
    ),
    "volgens-en-dubbele-punt": (
        'Volgens Jan Smit kan de brug niet open: "Dan moet alles dicht."',
        [
            ("indirect", ["kan de brug niet open"], "Jan Smit"),
            ("direct", ["Dan moet alles dicht."], "Jan Smit"),
        ],
    ),
    "twee-koppen": (
        "De kranten kopten: “Het land staat stil” (Trouw) en “Niemand rijdt nog”.",
        [
            ("direct", ["Het land staat stil"], "De kranten"),
            ("direct", ["Niemand rijdt nog"], "De kranten"),
        ],
    ),
    "bijzin-voor-de-inleiding": (
        "Toen het akkoord werd voorgesteld, kopten kranten: “Het land staat stil”.",
        [("direct", ["Het land staat stil"], "kranten")],
    ),
    "kop": ("Karin de Boer: ‘Wij gaan door’", [("direct", ["Wij gaan door"], "Karin de Boer")]),
    "laat-weten": (
        '"Er is een grens overschreden", laat de Orde van Advocaten weten.',
        [("direct", ["Er is een grens overschreden"], "de Orde van Advocaten")],
    ),
    "apostrof-hoofdletter": (
        "'Er is geen weg terug', waarschuwt de wetenschapper.",
        [("direct", ["Er is geen weg terug"], "de wetenschapper")],
    ),
    "verhaal-na-de-bron": (
        "‘Er wordt niet geleid’, zegt Jan Smit, terwijl hij uit het raam kijkt.",
        [("direct", ["Er wordt niet geleid"], "Jan Smit")],
    ),
    "haakjes-zijn-titels": (
        "De schrijver van veel boeken (‘Zwartboek’, ‘Turks fruit’) zei: ‘Ik stop ermee.’",
        [("direct", ["Ik stop ermee."], "De schrijver van veel boeken")],
    ),
    "drager-van-de-beurt": (
        "Jan Smit lachte. “Dat is zo.”",
        [("direct", ["Dat is zo."], None)],
    ),
    "eerste-persoon": (
        '"Ik vraag het parlement de wet op te schorten", zei Jan Smit.',
        [("direct", ["Ik vraag het parlement de wet op te schorten"], "Jan Smit")],
    ),
    "buurvrouw": (
        "“Vorig jaar was het de mot”, zegt Jan Smit. Zijn buurvrouw, Bep Nuijten, drinkt haar koffie binnen. “Mijn man heeft longen van niks.”",
        [
            ("direct", ["Vorig jaar was het de mot"], "Jan Smit"),
            ("direct", ["Mijn man heeft longen van niks."], None),
        ],
    ),
    "na-een-stilte": (
        "“Nee”, zegt Jan Smit. Dan, na een korte stilte: “Dat weet u best.”",
        [("direct", ["Nee"], "Jan Smit"), ("direct", ["Dat weet u best."], None)],
    ),
}
