"""What speaks for and against a quote and its speaker: the signs that their confidences are read from."""

import math

from spacy.tokens import Doc

from nieuwsextract.pipeline.confidence import SCORE, Signs, log_odds, place_sign, say
from nieuwsextract.pipeline.notes import EntityNote, QuoteNote, positions
from nieuwsextract.pipeline.words import words_of

#: Content of fewer words is rarely a statement.
_SHORT = 4
#: So many people in one article are easily confused; so few leave little choice.
_MANY_PEOPLE, _FEW_PEOPLE = 7, 1
#: The source's words: so many describe whom they mean.
_LONG_SOURCE = 3


def quote_signs(doc: Doc, notes: list[QuoteNote]) -> list[Signs]:
    """Return the signs of each quote, in the order of the notes, whose ``confidence`` is a finder's score."""
    text, position = words_of(doc).text, positions(doc)
    entities: list[EntityNote] = doc._.nieuws_mentions
    embedding = {note["attributed_in"] for note in notes}
    return [
        _of_quote(note, text, position(note["content"][0][0]), entities) | say({"embeds": index in embedding})
        for index, note in enumerate(notes)
    ]


def _of_quote(note: QuoteNote, text: str, position: str, entities: list[EntityNote]) -> Signs:
    words = sum(len(text[start:end].split()) for start, end in note["content"])
    speaker, score = note["speaker"], note["confidence"]
    return say(
        {
            SCORE: log_odds(score) if score else 0.0,
            f"class {note['cue_class']}": note["cue_class"] is not None,
            note["quote_type"]: True,
            "no speaker": speaker is None,
            _label(note, entities): speaker is not None,
            "pronoun": speaker is not None and speaker["via"] == "pronoun",
            "embedded": note["attributed_in"] is not None,
            **place_sign(position),
            "short": words < _SHORT,
            "length": math.log(words + 1),
            "pieces": len(note["content"]) > 1,
            "split cue": len(note["cue"]) > 1,
        }
    )


def speaker_signs(doc: Doc, notes: list[QuoteNote]) -> list[Signs]:
    """Return the signs of each quote's speaker; empty where there is none."""
    text, position = words_of(doc).text, positions(doc)
    entities: list[EntityNote] = doc._.nieuws_mentions
    people = sum(entity["label"] == "PERSON" for entity in entities)
    crowd = say({"many people": people >= _MANY_PEOPLE, "few people": people <= _FEW_PEOPLE})
    return [
        _of_speaker(note, text, position(note["content"][0][0]), entities) | crowd if note["speaker"] else {}
        for note in notes
    ]


def _of_speaker(note: QuoteNote, text: str, position: str, entities: list[EntityNote]) -> Signs:
    speaker, source = note["speaker"], note["source"]
    if speaker is None:
        return {}
    entity = entities[speaker["entity"]] if speaker["entity"] is not None else None
    return say(
        {
            f"via {speaker['via']}": True,
            _label(note, entities): True,
            note["quote_type"]: True,
            "embedded": note["attributed_in"] is not None,
            "one word": len(speaker["name"].split()) == 1,
            "mentioned again": entity is not None and len(entity["mentions"]) > 1,
            "no source": source is None,
            "long source": source is not None and len(text[slice(*source)].split()) >= _LONG_SOURCE,
            "turn": note["rule"] == "quotes/turn",
            **place_sign(position),
        }
    )


def _label(note: QuoteNote, entities: list[EntityNote]) -> str:
    """What the speaker is: ``PERSON``, ``ORG``, ``GPE``; ``unknown`` where it is no entity."""
    speaker = note["speaker"]
    if speaker is None or speaker["entity"] is None:
        return "unknown"
    return entities[speaker["entity"]]["label"]
