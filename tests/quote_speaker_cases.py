"""Who speaks, over sentences and paragraphs; cases as in ``quote_complaints.py``."""

SPEAKERS = {
    "hij-in-indirecte-rede": (
        ["Poetin kwam naar de top. President Donald Trump zei dat hij hoopte dat Moskou instemt."],
        [
            ("indirect", ["dat hij hoopte dat Moskou instemt"], "President Donald Trump", "Donald Trump"),
            ("indirect", ["dat Moskou instemt"], "hij", "Donald Trump"),
        ],
    ),
    "hij-over-een-ander": (
        ["Analist Jan Smit denkt dat de schade meevalt. “Trump blaft vaker dan hij bijt”, zegt hij."],
        [
            ("indirect", ["dat de schade meevalt"], "Analist Jan Smit", "Jan Smit"),
            ("direct", ["Trump blaft vaker dan hij bijt"], "hij", "Jan Smit"),
        ],
    ),
    "andere-partijleider": (
        ["CDA-leider Karin Smit was boos. De VVD-leider noemt dat 'onzin'."],
        [("mixed", ["dat 'onzin'"], "De VVD-leider", None)],
    ),
    "partijlid": (
        ["Oud-premier Jan Smit is boos. “Er is weinig veranderd”, aldus de CDA'er."],
        [("direct", ["Er is weinig veranderd"], "de CDA'er", "Jan Smit")],
    ),
    "sommigen-is-geen-naam": (
        ["Sommigen vrezen dat het plan zal mislukken. “Het is een puinhoop geworden.”"],
        [
            ("indirect", ["dat het plan zal mislukken"], "Sommigen", None),
            ("direct", ["Het is een puinhoop geworden."], None, None),
        ],
    ),
    "korpschef-van-de-politie": (
        ["Korpschef van de politie Karin Smit meldt dat er nog onderzoek is."],
        [("indirect", ["dat er nog onderzoek is"], "Korpschef van de politie Karin Smit", "Karin Smit")],
    ),
    "interview": (
        [
            "Schaatsster Femke Zandstra won goud.",
            "Hoe voelt dat?",
            "„Ik werd vannacht drie keer wakker.”",
            "Uw coach Jac Smit zegt dat u hard werkt.",
            "„Dat zegt hij tegen iedereen.”",
        ],
        [
            ("direct", ["Ik werd vannacht drie keer wakker."], None, "Femke Zandstra"),
            ("indirect", ["dat u hard werkt"], "Uw coach Jac Smit", "Jac Smit"),
            ("direct", ["Dat zegt hij tegen iedereen."], None, "Femke Zandstra"),
        ],
    ),
    "tussenkop": (
        [
            "Peter Kuipers is boos. “Wij zijn nooit gevraagd”, zegt hij.",
            "‘Geen andere keus’",
            "Karin Dijkstra zegt de teleurstelling te begrijpen. “Ik had liever iets anders verteld.”",
        ],
        [
            ("direct", ["Wij zijn nooit gevraagd"], "hij", "Peter Kuipers"),
            ("direct", ["Geen andere keus"], None, "Karin Dijkstra"),
            ("indirect", ["de teleurstelling te begrijpen"], "Karin Dijkstra", "Karin Dijkstra"),
            ("direct", ["Ik had liever iets anders verteld."], None, "Karin Dijkstra"),
        ],
    ),
    "alinea-erboven": (
        ["De brug gaat volgend jaar dicht.", "Dat schrijft wethouder Karin Smit maandag in Trouw."],
        [("indirect", ["De brug gaat volgend jaar dicht"], "wethouder Karin Smit", "Karin Smit")],
    ),
    "lacht-is-niemand": (
        ["Femke Zandstra wijst naar haar medaille. „Ik voelde of hij er nog lag.” Lacht: „Kinderachtig, hè?”"],
        [
            ("direct", ["Ik voelde of hij er nog lag."], None, "Femke Zandstra"),
            ("direct", ["Kinderachtig, hè?"], None, "Femke Zandstra"),
        ],
    ),
}  # fmt: skip
