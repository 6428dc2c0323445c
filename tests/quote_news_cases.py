"""Constructions met in news pages, as in ``quote_cases.py``: what completes, cuts or only looks like a quote."""

NEWS = {
    # what was said, around the cue
    "bijzin-tussenzin-hoofdzin": ("Als dat gebeurt, zegt Piet Jansen, is het te laat.", [("indirect", ["Als dat gebeurt", "is het te laat"], "Piet Jansen")]),
    "beschrijving-na-de-bron": ("Het kabinet moet ingrijpen, zegt Klaver, verbonden aan de universiteit.", [("indirect", ["Het kabinet moet ingrijpen"], "Klaver")]),
    "plaats-na-de-bron": ("Allemaal heel logisch te verklaren, zegt ze drie dagen later, in een kamertje op de bovenverdieping.", [("indirect", ["Allemaal heel logisch te verklaren"], "ze")]),
    "een-woord": ("Nee, zegt advocaat Nelleke Stolk.", [("indirect", ["Nee"], "advocaat Nelleke Stolk")]),
    "volgens-met-citaat-erachter": ('Die doelstelling wordt volgens de onderzoekers "in geen enkele variant gehaald".', [("mixed", ["Die doelstelling wordt", "in geen enkele variant gehaald"], "de onderzoekers")]),
    "citaat-met-zijn-zinsdeel": ("Karin de Boer voorziet ‘enige impact’ op de resultaten, al is dat nog onzeker.", [("mixed", ["‘enige impact’ op de resultaten"], "Karin de Boer")]),
    "om-te-in-het-citaat": ("Zij pleiten ervoor om ‘eindelijk door te pakken’ met de aanpak van de uitstoot.", [("mixed", ["om ‘eindelijk door te pakken’ met de aanpak van de uitstoot"], "Zij")]),
    "zei-te-vinden-dat": ("Een dag later zei hij het onjuist te vinden dat hij geen premier wordt.", [("indirect", ["het onjuist te vinden dat hij geen premier wordt"], "hij")]),
    "gezegd-te-en-te": ("De afgelopen dagen heeft Karin Smit gezegd daarvan te balen en het oneerlijk te vinden.", [("indirect", ["daarvan te balen en het oneerlijk te vinden"], "Karin Smit")]),
    "voorzetsel-voor-de-bijzin": ("Karin Smit pleit voor een commissie die nagaat hoe wetten uitpakken.", [("indirect", ["voor een commissie die nagaat hoe wetten uitpakken"], "Karin Smit")]),
    "dat-na-een-tussenstuk": ("Het persbureau AP meldde eerder, op basis van twee functionarissen, dat de uitlevering een deal was.", [("indirect", ["dat de uitlevering een deal was"], "Het persbureau AP")]),
    "dat-na-een-bijwoord": ("Filosoof Hannah Arendt schreef ooit dat macht en geweld elkaars tegenpolen zijn.", [("indirect", ["dat macht en geweld elkaars tegenpolen zijn"], "Filosoof Hannah Arendt")]),
    "laat-weten-na-wil": ("Karin Smit wil niet reageren, maar laat weten dat de sfeer goed is.", [("indirect", ["dat de sfeer goed is"], "Karin Smit")]),
    "tijd-van-de-verteller": (
        "Karin Smit hield vol dat de inflatie laag blijft en verwees naar cijfers van het CBS.",
        [("indirect", ["dat de inflatie laag blijft"], "Karin Smit")],
    ),
    "twee-cues-om-een-citaat": (
        "De Consumentenbond spreekt dat tegen: “Ook brood is duurder”, stelt een woordvoerster.",
        [("direct", ["Ook brood is duurder"], "een woordvoerster")],
    ),
    "wij-kunnen-bevestigen": (
        "“Wij kunnen bevestigen dat er een onderzoek loopt”, zegt het parket.",
        [("direct", ["Wij kunnen bevestigen dat er een onderzoek loopt"], "het parket")],
    ),
    # pointing back
    "meervoud-na-dat": ("De brug gaat dicht. Dat concluderen onderzoekers van de universiteit.", [("indirect", ["De brug gaat dicht"], "onderzoekers")]),
    "zegt-dit-in": ("De brug gaat dicht. Topman Piet Jansen zegt dit in een toelichting op de cijfers.", [("indirect", ["De brug gaat dicht"], "Topman Piet Jansen")]),
    "zo-reageert": ('"Dat is zo." Zo reageren de vakbonden op de uitspraak.', [("direct", ["Dat is zo."], "de vakbonden")]),
    "zo-zegt-dat": ("De haven groeit. Zo zegt Jan Smit dat de brug dicht blijft.", [("indirect", ["dat de brug dicht blijft"], "Jan Smit")]),
    # who speaks
    "rechtbank-in-het-vonnis": ("De man wist wat hij deed, schrijft de rechtbank in het vonnis.", [("indirect", ["De man wist wat hij deed"], "de rechtbank")]),
    "bondscoach-bij-de-nos": ("“Het leek wel een ballon”, aldus bondscoach Erwin van de Looi bij de NOS.", [("direct", ["Het leek wel een ballon"], "bondscoach Erwin van de Looi")]),
    "volgens-haar-en-een-werkwoord": ("Volgens haar wachten nog duizenden ouders op compensatie.", [("indirect", ["wachten nog duizenden ouders op compensatie"], "haar")]),
    "volgens-haar-ouders": ("Volgens haar ouders is het meisje vermist.", [("indirect", ["is het meisje vermist"], "haar ouders")]),
    "onderwerp-van-de-tweede-zin": ("Bij Voka is men blij dat het akkoord er is, maar het VBO betreurt dat er geen hervorming komt.", [("indirect", ["dat er geen hervorming komt"], "het VBO")]),
    "deelwoord-voor-de-bron": ("„Een gemiste kans”, vindt gedelegeerd bestuurder Pieter Timmermans.", [("direct", ["Een gemiste kans"], "bestuurder Pieter Timmermans")]),
    "tweede-onderwerp": ("'Onvermijdelijk', noemt president-directeur Wouter Koolmees dat in een brief.", [("direct", ["Onvermijdelijk"], "president-directeur Wouter Koolmees")]),
    "antwoord-van": ('De reactie van Jan Smit: "Nooit."', [("direct", ["Nooit."], "Jan Smit")]),
    "is-het-advies": ('"Kom niet met de auto deze kant op", is het advies van Rijkswaterstaat.', [("direct", ["Kom niet met de auto deze kant op"], "Rijkswaterstaat")]),
    "zo-begon": (",,Deze wedstrijd verdiende geen winnaar'', zo begon Erik ten Hag na afloop.", [("direct", ["Deze wedstrijd verdiende geen winnaar"], "Erik ten Hag")]),
    "blijkt-uit-en-op": ("Trump belde op 16 oktober met Poetin, maar uit contacten bleek dat Moskou niet wil.", [("indirect", ["dat Moskou niet wil"], "contacten")]),
    "gepubliceerd-rapport": ("In een woensdag gepubliceerd rapport staat dat de persvrijheid afneemt.", [("indirect", ["dat de persvrijheid afneemt"], "een woensdag gepubliceerd rapport")]),
    # nothing
    "als-blijkt": ("Als blijkt dat die behoefte er is, gaan we ernaar kijken.", []),
    "op-zoek-naar-getuigen": ("De politie is op zoek naar getuigen of mensen die meer weten.", []),
    "wees-zuinig-op": ("Wees voorzichtig met het woord, en wees zuinig op onze democratie.", []),
    "volgens-u": ("Waarom was het volgens u nodig om deze brief te schrijven?", []),
    "kan-dat-niet-bevestigen": ("De politie kan dat nog niet bevestigen.", []),
}  # fmt: skip
