"""The closed vocabularies of the record: labels, types and classes by the field's own names."""

from typing import Literal

EntityLabel = Literal[
    "PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE",
    "DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL",
]  # fmt: skip
MentionKind = Literal["name", "demonym", "metonym", "role", "pronoun"]
ResolvedVia = Literal["name", "alias", "role", "pronoun", "apposition"]
CountryVia = Literal["name", "demonym", "capital", "seat", "abbreviation", "role"]
Gender = Literal["female", "male"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
QuoteType = Literal["direct", "indirect", "mixed"]
CueClass = Literal[
    "say", "claim", "deny", "admit", "warn", "promise", "demand", "ask", "praise", "criticise", "think",
    "announce", "report",
]  # fmt: skip
SpeakerVia = Literal["name", "role", "pronoun", "apposition", "previous_quote"]
Position = Literal["headline", "lead", "body"]
PloverType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
NewsType = Literal[
    "DIE", "INJURE", "ACCIDENT", "DISASTER", "ELECT", "APPOINT", "RESIGN", "PROSECUTE", "CONVICT", "ACQUIT",
    "CRIME", "LEGISLATE", "ACQUIRE", "BANKRUPT", "LAYOFF", "INVEST", "RESULT", "COMPETE", "RESCUE",
]  # fmt: skip
EventType = PloverType | NewsType
AuxiliaryMode = Literal["negation", "future", "hypothetical", "historical"]
Polarity = Literal["pos", "neg"]
Modality = Literal["asserted", "possible", "future", "demanded"]
