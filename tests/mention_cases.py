"""Who is meant: a text, a name in it, and all its mentions. Guards stand beside what they guard."""

CASES = [
    # Roles: the stated one, a synonym, a word for its class.
    ("Premier Jan de Wit aarzelt. De minister-president wil overleg.", "Jan de Wit", ["Jan de Wit", "De minister-president"]),
    ("Topman Jan de Wit vertrekt. De bestuursvoorzitter had ruzie.", "Jan de Wit", ["Jan de Wit", "De bestuursvoorzitter"]),
    ("Trainer Jan de Wit is ontevreden. De oefenmeester wisselde drie keer.", "Jan de Wit", ["Jan de Wit", "De oefenmeester"]),
    ("Kamerlid Anna Visser wil opheldering. De parlementariër stelt vragen.", "Anna Visser", ["Anna Visser", "De parlementariër"]),
    ("Zanger Jan de Wit komt naar Tiel. De artiest treedt twee keer op.", "Jan de Wit", ["Jan de Wit", "De artiest"]),
    ("Jan de Wit (54) kocht de winkel. De 54-jarige ondernemer komt uit Tiel.", "Jan de Wit", ["Jan de Wit", "De 54-jarige ondernemer"]),
    ("Jan de Wit (54) kocht de winkel. De 31-jarige ondernemer is boos.", "Jan de Wit", ["Jan de Wit"]),
    ("Minister Jan de Wit vertrekt. De oud-minister zweeg.", "Jan de Wit", ["Jan de Wit"]),
    ("Oud-minister Jan de Wit klaagt. De minister zweeg.", "Jan de Wit", ["Jan de Wit"]),
    ("Oud-minister Jan de Wit klaagt. De ex-minister is boos.", "Jan de Wit", ["Jan de Wit", "De ex-minister"]),
    ("Minister Jan de Wit vertrekt. Een minister hoort te blijven. De minister weet dat.", "Jan de Wit", ["Jan de Wit"]),
    ("Voorzitter Jan de Wit van FNV is boos. De voorzitter van CNV zweeg.", "Jan de Wit", ["Jan de Wit"]),
    # Parts in a crime: only whom the text gives them.
    ("De politie onderzoekt de moord op Jan de Wit. Het slachtoffer woonde in Tiel.", "Jan de Wit", ["Jan de Wit", "Het slachtoffer"]),
    ("Advocaat Jan de Wit is dinsdag doodgeschoten. De schutter vluchtte.", "Jan de Wit", ["Jan de Wit"]),
    ("Advocaat Jan de Wit is dinsdag doodgeschoten. Het slachtoffer was veertig.", "Jan de Wit", ["Jan de Wit", "Het slachtoffer"]),
    ("Burgemeester Jan de Wit sprak met de pers. Het slachtoffer was veertig.", "Jan de Wit", ["Jan de Wit"]),
    ("Jan de Wit wordt verdacht van fraude. De verdachte ontkent.", "Jan de Wit", ["Jan de Wit", "De verdachte"]),
    ("De rechter veroordeelde Patrick van D. en later Demi S. wegens diefstal. De verdachte ontkent.", "Demi S.", ["Demi S."]),
    ("De politie heeft een 29-jarige man aangehouden. De verdachte zwijgt. Ook Roy K. wordt gezocht.", "Roy K.", ["Roy K."]),
    ("Jan de Wit werd dinsdag aangereden. De bestuurder vluchtte.", "Jan de Wit", ["Jan de Wit"]),
    ("Verdachte van moord op Lisa Visser blijft vast. De verdachte zwijgt.", "Lisa Visser", ["Lisa Visser"]),
    ("De zus van het slachtoffer, Anna Visser, sprak. Het slachtoffer was veertig.", "Anna Visser", ["De zus van het slachtoffer", "Anna Visser"]),
    ("Jan de Wit sprak met zijn vader, die timmerman was. Die timmerman kon goed vertellen.", "Jan de Wit", ["Jan de Wit", "zijn"]),
    ("Advocaat Jan de Wit wil dat zijn cliënt vrijkomt. De man lijdt aan een stoornis.", "Jan de Wit", ["Jan de Wit", "zijn"]),
    # Nationality.
    ("Max Verstappen won. Anna Visser was de laatste Nederlandse die dat deed.", "Max Verstappen", ["Max Verstappen"]),
    ("De Nederlander Jan de Wit won. De Nederlander was blij.", "Jan de Wit", ["Jan de Wit", "De Nederlander"]),
    ("De Nederlander Jan de Wit won. Bij de vrouwen won Anna Visser. De Nederlandse was blij.", "Jan de Wit", ["Jan de Wit"]),
    ("Schepen Anna Visser van Cultuur aarzelt. De Antwerpse schepen wil overleg.", "Anna Visser", ["Anna Visser", "De Antwerpse schepen"]),
    # Organisations and places.
    ("Philips schrapt banen. Dat schrijft de krant. Het concern maakte verlies.", "Philips", ["Philips", "Het concern"]),
    ("De FIOD onderzoekt fraude. De raad van commissarissen zweeg.", "FIOD", ["FIOD"]),
    ("De Europese Commissie dreigt. De commissie wil een boete.", "Europese Commissie", ["Europese Commissie", "De commissie"]),
    ("Ajax verloor van FC Twente. De Amsterdammers speelden slecht.", "Ajax", ["Ajax", "De Amsterdammers"]),
    ("In Ouagadougou, de hoofdstad van Burkina Faso, is geschoten.", "Ouagadougou", ["Ouagadougou", "de hoofdstad van Burkina Faso"]),
    ("Naast Philips, dat steeg, deed KPN goede zaken. Het telecomconcern won 2 procent.", "KPN", ["KPN", "Het telecomconcern"]),
    ("Ajax sprak met Amerikaanse, Britse en Duitse clubs. De Amerikaanse, Britse en Duitse leiders zwegen.", "Ajax", ["Ajax"]),
    # Pronouns.
    ("Premier De Wit sprak over zijn partijgenote Anna Visser. Volgens hem heeft zij niets misdaan.", "Anna Visser", ["Anna Visser", "zij"]),
    ("Volgens het Witte Huis heeft Jan de Wit zijn buik vol.", "Jan de Wit", ["Jan de Wit", "zijn"]),
    ("De dienst mag Ahmad de Wit en zijn moeder uitzetten.", "Ahmad de Wit", ["Ahmad de Wit", "zijn"]),
    ("Anna Visser is advocaat. De regering ontkent dat ze iets weet.", "Anna Visser", ["Anna Visser"]),
    ("Advocate Anna Visser zei dat. De weduwe van het slachtoffer huilde. Buiten zei ze niets.", "Anna Visser", ["Anna Visser"]),
]  # fmt: skip
