"""Constructions of reported speech: what must come out of each text.

A case is a text and its quotes: (type, content spans, source). Parsed by ``parses_of_quotes.py``.
"""

from quote_direct_cases import DIRECT
from quote_news_cases import NEWS

CASES = {
    **DIRECT,
    **NEWS,
    # indirect speech
    "dat": (
        "De minister zei dat de brug dicht blijft.",
        [("indirect", ["dat de brug dicht blijft"], "De minister")],
    ),
    "omgekeerd": (
        "De brug blijft dicht, zegt de wethouder.",
        [("indirect", ["De brug blijft dicht"], "de wethouder")],
    ),
    "volgens-vooraan": (
        "Volgens de politie raakte niemand gewond.",
        [("indirect", ["raakte niemand gewond"], "de politie")],
    ),
    "volgens-midden": (
        "De brug is volgens de wethouder veilig.",
        [("indirect", ["De brug is", "veilig"], "de wethouder")],
    ),
    "aldus": (
        "De brug is veilig, aldus de wethouder.",
        [("indirect", ["De brug is veilig"], "de wethouder")],
    ),
    "te": (
        "De wethouder beloofde de brug te sluiten.",
        [("indirect", ["de brug te sluiten"], "De wethouder")],
    ),
    "kondigt-aan-te": (
        "Karin de Boer kondigt aan de winkel te sluiten.",
        [("indirect", ["de winkel te sluiten"], "Karin de Boer")],
    ),
    "bijzin-in-het-onderwerp": (
        'Topman Roy Jakobs, die in oktober Van Houten opvolgde, noemde de ingreep "pijnlijk maar nodig".',
        [("mixed", ['de ingreep "pijnlijk maar nodig"'], "Topman Roy Jakobs")],
    ),
    "voorzetsel-voor-de-bron": (
        "Tegenover Nieuwsuur verklaarde Van Rossum dat hij niets wist.",
        [("indirect", ["dat hij niets wist"], "Van Rossum")],
    ),
    "tussenzin": (
        "Ze was, vertelde ze later aan haar zus, doodsbang geweest.",
        [("indirect", ["Ze was", "doodsbang geweest"], "ze")],
    ),
    "tussenzin-naam": (
        "Het kabinet, vindt Karin Smit, mist een verhaal.",
        [("indirect", ["Het kabinet", "mist een verhaal"], "Karin Smit")],
    ),
    "tussenzin-aldus": (
        "Het is, aldus de minister, 'een kwestie van tijd'.",
        [("mixed", ["Het is", "een kwestie van tijd"], "de minister")],
    ),
    "twee-toeschrijvingen": (
        "De VVD noemt het plan 'onverstandig', terwijl minister Karin Smit juist spreekt van 'een doorbraak'.",
        [
            ("mixed", ["het plan 'onverstandig'"], "De VVD"),
            ("mixed", ["een doorbraak"], "minister Karin Smit"),
        ],
    ),
    "tijd-na-de-bron": (
        "De gesprekken gaan door, zei minister Sergei Lavrov donderdag.",
        [("indirect", ["De gesprekken gaan door"], "minister Sergei Lavrov")],
    ),
    "haakje-na-de-bron": (
        "Volgens Kamerlid Sharon Dijksma (PvdA) heeft de minister gelogen.",
        [("indirect", ["heeft de minister gelogen"], "Kamerlid Sharon Dijksma")],
    ),
    "dubbele-werkwoorden": (
        "De Amerikaanse minister liet weten dat de troepen blijven.",
        [("indirect", ["dat de troepen blijven"], "De Amerikaanse minister")],
    ),
    "zich-niets-herinneren": (
        "De man zei zich niets te herinneren.",
        [("indirect", ["zich niets te herinneren"], "De man")],
    ),
    "ingewijden": (
        "Het bedrijf wordt verkocht, zeiden ingewijden tegen De Telegraaf.",
        [("indirect", ["Het bedrijf wordt verkocht"], "ingewijden")],
    ),
    "zelfstandig-naamwoord": (
        "De bond hield vast aan de eis dat de lonen stijgen.",
        [("indirect", ["dat de lonen stijgen"], None)],
    ),
    "betrekkelijke-bijzin": (
        "Noord-Korea vuurde een raket af, die volgens de leider, Kim Jong-un, heel Amerika kan bereiken.",
        [("indirect", ["die", "heel Amerika kan bereiken"], "de leider, Kim Jong-un")],
    ),
    "bijzin-voor-de-cue": (
        "De buurman, die al jaren naast haar woont, zegt niets te hebben gehoord.",
        [("indirect", ["niets te hebben gehoord"], "De buurman")],
    ),
    "wiens-voor-de-cue": (
        "Ex-koning Simeon, wiens partij de verkiezingen won, meent dat hij premier moet worden.",
        [("indirect", ["dat hij premier moet worden"], "Ex-koning Simeon")],
    ),
    "dat-na-een-bepaling": (
        "Een politieman getuigde tijdens het proces dat zijn overste hem had gewaarschuwd.",
        [("indirect", ["dat zijn overste hem had gewaarschuwd"], "Een politieman")],
    ),
    "hoofdzin-na-maar": (
        "De minister waarschuwde dat Israël met vuur speelt, maar uit Damascus is nog geen reactie gekomen.",
        [("indirect", ["dat Israël met vuur speelt"], "De minister")],
    ),
    "bijzin-na-maar": (
        "De minister zei dat hij moe is, maar niet zal aftreden voor de zomer.",
        [("indirect", ["dat hij moe is, maar niet zal aftreden voor de zomer"], "De minister")],
    ),
    "vindt-het-dat": (
        "Ze vindt het onterecht dat het toernooi niet doorgaat.",
        [("indirect", ["het onterecht dat het toernooi niet doorgaat"], "Ze")],
    ),
    "schat-op": (
        "De krant schat de economische schade op 100 miljoen dollar.",
        [("indirect", ["de economische schade op 100 miljoen dollar"], "De krant")],
    ),
    "om-het-deeltje-heen": (
        "De advocaat kondigde vrijdag een klacht aan bij het Hooggerechtshof.",
        [("indirect", ["een klacht", "bij het Hooggerechtshof"], "De advocaat")],
    ),
    "deeltje-in-het-citaat": (
        "Ingrijpen noemde hij ‘niet aan de orde’.",
        [("mixed", ["niet aan de orde"], "hij")],
    ),
    "komma-in-het-citaat": (
        "De burgemeester noemde de relschoppers “geen supporters, maar boeven”.",
        [("mixed", ["de relschoppers “geen supporters, maar boeven”"], "De burgemeester")],
    ),
    "een-ingewijde": (
        "Er is volgens een ingewijde overeenstemming bereikt over de begroting.",
        [("indirect", ["Er is", "overeenstemming bereikt over de begroting"], "een ingewijde")],
    ),
    "deelwoord-in-de-bron": (
        '"Het is verschrikkelijk", aldus een zichtbaar geëmotioneerde Van Dijk.',
        [("direct", ["Het is verschrikkelijk"], "een zichtbaar geëmotioneerde Van Dijk")],
    ),
    "met-het-verzoek": (
        "Jan Smit belde de regeringsleiders met het verzoek hun bonden te overtuigen.",
        [("indirect", ["hun bonden te overtuigen"], "Jan Smit")],
    ),
    "bepaling-vooraan": (
        "Zonder hem was het in 2013 al afgelopen geweest, zegt de wethouder.",
        [("indirect", ["Zonder hem was het in 2013 al afgelopen geweest"], "de wethouder")],
    ),
    "twee-namen-om-het-werkwoord": (
        'Trump waarschuwde Iran eerder voor "ernstige gevolgen".',
        [("mixed", ['voor "ernstige gevolgen"'], "Trump")],
    ),
    "nevengeschikte-bron": (
        "Martien R. en Kuijpers verwijten de rechtbank bevooroordeeld te zijn.",
        [("indirect", ["de rechtbank bevooroordeeld te zijn"], "Martien R. en Kuijpers")],
    ),
    "infinitief-voor-dat": (
        "Minister Dekker zei blij te zijn dat de rechtspraak weer draait.",
        [("indirect", ["blij te zijn dat de rechtspraak weer draait"], "Minister Dekker")],
    ),
    "belooft-te-met-voorwerp": (
        "De brouwer belooft de brouwerij minstens tien jaar open te houden.",
        [("indirect", ["de brouwerij minstens tien jaar open te houden"], "De brouwer")],
    ),
    "tweede-hoofdzin": (
        "Het recht is van de samenleving, zegt Leonie Smit, dat is de reden dat zittingen openbaar zijn.",
        [
            (
                "indirect",
                ["Het recht is van de samenleving", "dat is de reden dat zittingen openbaar zijn"],
                "Leonie Smit",
            )
        ],
    ),
    "meervoud-na-de-cue": (
        "Zeker achttien mensen zijn omgekomen, melden veiligheidsbronnen binnen de overheden.",
        [("indirect", ["Zeker achttien mensen zijn omgekomen"], "veiligheidsbronnen")],
    ),
    "doet-af-als": (
        "Jan Smit deed dat idee woensdag af als “chantage met geld”.",
        [("mixed", ["chantage met geld"], "Jan Smit")],
    ),
    "bijzin-zonder-komma": (
        "Volgens een man die erbij stond bleef het stil op straat.",
        [("indirect", ["bleef het stil op straat"], "een man")],
    ),
    "voor-wie-is-geblokkeerd": (
        'Minister voor Mobiliteit Pascal Smet stelde dat "de partij tegen Brussel" is.',
        [("mixed", ['dat "de partij tegen Brussel" is'], "Minister voor Mobiliteit Pascal Smet")],
    ),
    "zin-van-het-naaste-werkwoord": (
        "De bewoners klaagden over de kosten, maar de partij benadrukt dat het geld er is.",
        [
            ("indirect", ["over de kosten"], "De bewoners"),
            ("indirect", ["dat het geld er is"], "de partij"),
        ],
    ),
    "komma-voor-een-ander": (
        "Critici noemen hem de koning van het plan, medestanders hopen dat hij blijft.",
        [
            ("indirect", ["hem de koning van het plan"], "Critici"),
            ("indirect", ["dat hij blijft"], "medestanders"),
        ],
    ),
    "plaats-voor-het-bericht": (
        "Antwerpen - Na de inval zijn tien mensen opgepakt. Dat zegt het parket.",
        [("indirect", ["Na de inval zijn tien mensen opgepakt"], "het parket")],
    ),
    "zonder-dat": ("Er zijn ons dingen beloofd zonder dat het geld er was.", []),
    "al-vroeg": (
        "Al vroeg in het debat heeft Jan Smit geëist dat de notulen worden vrijgegeven.",
        [("indirect", ["dat de notulen worden vrijgegeven"], "Jan Smit")],
    ),
    "die-twee": (
        "Maar die twee partijen hebben laten weten dat zij voor zullen stemmen.",
        [("indirect", ["dat zij voor zullen stemmen"], "die twee partijen")],
    ),
    # nothing
    "titel-en-komma": ("‘De avonden’, won Jan Smit nooit.", []),
    "voltooid-deelwoord-na-titel": ("“Het Leven een Droom”, gemaakt door Jan Smit, draait nog.", []),
    "niet-goed-te-noemen": ("De stemming is niet bepaald goed te noemen.", []),
    "zei-dat-eerder": ("Jan Smit zei dat vandaag op Radio 1.", []),
    "verwijst-terug": ("De minister ontkent dat niet.", []),
    "wie-bekendmaakte": ("De generaal die de machtsovername bekendmaakte, is gevlucht.", []),
    "een-man-veroordeeld": ("De rechtbank heeft een 43-jarige man veroordeeld.", []),
    "geluiden-laten-horen": (
        "Na een aanval op een positie in april, liet de president geluiden horen, maar ondernam geen actie.",
        [],
    ),
    "titel": ("Zij las 'De avonden' in een dag.", []),
    "vraag": ("Wat vindt de EU?", []),
    "vrije-relatief": ("Wie denkt dat Finkers milder is geworden, vergist zich.", []),
    "gevonden": ("Bij invallen vonden rechercheurs honderdduizenden euro's.", []),
    "veroordeeld": ("De rechtbank heeft een man veroordeeld tot drie jaar cel.", []),
    "levens-geeist": ("De storm heeft zeker één mensenleven geëist.", []),
    "staat-erkend": ("Nederland erkent de Palestijnse staat.", []),
    "niet-te-spreken": ("De trainer is niet te spreken over de scheidsrechter.", []),
    "woordenboek": ("Volgens het woordenboek is een stoel een meubel.", []),
    "gesproken-over": (
        "De partijen hebben opnieuw gesproken over de terugtrekking van het leger uit delen van Gaza.",
        [],
    ),
    "landenkop": ("Zimbabwe: Mnangagwa benoemt militairen in kabinet", []),
}
