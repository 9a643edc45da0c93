"""The words around a record in another language than English; what is not here stays English.

A speaker of the language should read a review's pages before they are published.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..collection import Review
from ..reading import a, noun
from ..records import Holds, Language

_HELD: Mapping[str, Mapping[str, tuple[str, str]]] = {
    Language.WELSH.value: {
        Holds.RECOMMENDATIONS.label: ("argymhelliad", "argymhellion"),
        Holds.QUESTIONS.label: ("cwestiwn", "cwestiynau"),
        Holds.CONCERNS.label: ("pryder", "pryderon"),
        Holds.LEARNING_POINTS.label: ("pwynt dysgu", "pwyntiau dysgu"),
        Holds.ACTIONS.label: ("cam gweithredu", "camau gweithredu"),
    },
}
"""What a list holds: one, and several."""

_PHRASES: Mapping[str, Mapping[str, str]] = {
    Language.WELSH.value: {
        "A change of practice": "Newid mewn ymarfer",
        "A plan": "Cynllun",
        "A procedure": "Gweithdrefn",
        "A reminder": "Nodyn atgoffa",
        "A review": "Adolygiad",
        "About": "Ynghylch",
        "Addressed by heading": "Cyfeiriwyd yn ôl y pennawd",
        "Addressed by name": "Cyfeiriwyd yn ôl enw",
        "Addressed to": "Cyfeiriwyd at",
        "Agencies": "Asiantaethau",
        "Agencies chosen by us": "Asiantaethau a ddewiswyd gennym ni",
        "Agency": "Asiantaeth",
        "all events": "pob digwyddiad",
        "any": "unrhyw",
        "any part": "unrhyw ran",
        "anyone": "unrhyw un",
        "anything": "unrhyw beth",
        "Appendix": "Atodiad",
        "Asked": "Gofynnwyd",
        "Asked for": "Gofynnwyd am",
        "Asked for a management review": "Gofynnwyd am adolygiad rheoli",
        "Asked for one": "Gofynnwyd am un",
        "Asked of": "Gofynnwyd i",
        "Asked of all agencies": "Gofynnwyd i bob asiantaeth",
        "Asked of its parts": "Gofynnwyd i’w rhannau",
        "Asked of what it is part of; whether it is meant, the document does not say": (
            "Gofynnwyd i’r hyn y mae’n rhan ohono; ni ddywed y ddogfen a yw’n ei gynnwys"
        ),
        "Asks for": "Yn gofyn am",
        "Author, as printed": "Awdur, fel yr argraffwyd",
        "Because": "Oherwydd",
        "both": "y ddwy",
        "Box": "Blwch",
        "by heading": "yn ôl y pennawd",
        "By name or by a heading": "Yn ôl enw neu bennawd",
        "Case": "Achos",
        "Checking records": "Gwirio cofnodion",
        "Chosen": "Dewiswyd",
        "Cited by": "Dyfynnir gan",
        "Clear responsibilities": "Cyfrifoldebau clir",
        "Comes after": "Yn dilyn",
        "Concerned by a finding": "Canfyddiad yn ymwneud â hi",
        "Concerns": "Yn ymwneud â",
        "Cover": "Clawr",
        "Criticism": "Beirniadaeth",
        "Delay": "Oedi",
        "Disagreements and open questions": "Anghysondebau a chwestiynau agored",
        "Document": "Dogfen",
        "Download as CSV": "Lawrlwytho fel CSV",
        "earlier": "cynharach",
        "enlarged below": "wedi’i chwyddo isod",
        "Event": "Digwyddiad",
        "Events": "Digwyddiadau",
        "Events that concern it": "Digwyddiadau sy’n ymwneud â hi",
        "Finding": "Canfyddiad",
        "Findings": "Canfyddiadau",
        "Findings that concern it": "Canfyddiadau sy’n ymwneud â hi",
        "Footnote": "Troednodyn",
        "Found": "Canfuwyd",
        "Glossary terms": "Termau’r eirfa",
        "Good practice": "Arfer da",
        "Group": "Grŵp",
        "Groups": "Grwpiau",
        "Happened": "Digwyddodd",
        "How it was reviewed": "Sut y cynhaliwyd yr adolygiad",
        "In short": "Yn fyr",
        "In the case": "Yn yr achos",
        "inferred": "casglwyd gennym ni",
        "Kind": "Math",
        "Label": "Enw",
        "later": "yn ddiweddarach",
        "Lesson": "Gwers",
        "Link to a finding": "Dolen i ganfyddiad",
        "Link to this": "Dolen at hwn",
        "Linked": "Wedi’i gysylltu",
        "Management review": "Adolygiad rheoli",
        "Mentioned in": "Crybwyllir yn",
        "Missed opportunity": "Cyfle a gollwyd",
        "no account is published here": "ni chyhoeddir adroddiad yma",
        "No account is published here": "Nid oes adroddiad wedi’i gyhoeddi yma",
        "no agency is named": "ni enwir yr un asiantaeth",
        "no date given": "ni roddir dyddiad",
        "No event linked": "Dim digwyddiad cysylltiedig",
        "No finding and no event concerns it.": "Nid oes canfyddiad na digwyddiad yn ymwneud â hi.",
        "No finding linked": "Dim canfyddiad cysylltiedig",
        "No record cites it.": "Nid oes cofnod yn ei ddyfynnu.",
        "No {one} is addressed to it.": "Ni chyfeiriwyd {one} ati.",
        "No {one} linked": "Dim {one} cysylltiedig",
        "None": "Dim",
        "None is mentioned": "Ni chrybwyllir yr un",
        "None linked": "Dim cyswllt",
        "None.": "Dim.",
        "Not by name": "Nid yn ôl enw",
        "Observation": "Sylw",
        "Of concern": "Yn peri pryder",
        "Open all": "Agor popeth",
        "Organisation": "Sefydliad",
        "Organisations": "Sefydliadau",
        "Our calculation": "Ein cyfrifiad ni",
        "Page": "Tudalen",
        "Paragraph": "Paragraff",
        "Paragraphs": "Paragraffau",
        "Part in an event": "Rhan mewn digwyddiad",
        "Part of": "Rhan o",
        "Profession": "Proffesiwn",
        "Professions": "Proffesiynau",
        "Published": "Cyhoeddwyd",
        "Published beside it": "Cyhoeddwyd ochr yn ochr ag ef",
        "Publisher": "Cyhoeddwr",
        "Recommended": "Argymhellwyd",
        "Relates to": "Yn ymwneud â",
        "Review": "Adolygiad",
        "Section": "Adran",
        "Sharing": "Rhannu",
        "show": "dangos",
        "Show all": "Dangos popeth",
        "Something to consider": "Rhywbeth i’w ystyried",
        "Staffing": "Staffio",
        "Standard that it names": "Y safon y mae’n ei henwi",
        "stated": "nodir",
        "Story": "Stori",
        "Summary drawn from": "Crynodeb yn seiliedig ar",
        "Team": "Tîm",
        "Teams": "Timau",
        "The cover": "Y clawr",
        "The document disagrees with itself, or leaves this open": (
            "Mae’r ddogfen yn anghyson, neu’n gadael hyn yn agored"
        ),
        "The document itself": "Y ddogfen ei hun",
        "The document says": "Dywed y ddogfen",
        "Theme": "Thema",
        "Themes": "Themâu",
        "Title": "Teitl",
        "To do": "I’w wneud",
        "To learn": "I’w ddysgu",
        "Training": "Hyfforddiant",
        "Turning points": "Trobwyntiau",
        "Turning points only": "Trobwyntiau yn unig",
        "Under no theme": "Heb thema",
        "was asked for a management review": "gofynnwyd am adolygiad rheoli",
        "Was it done?": "A wnaed hyn?",
        "we know of no lasting address": "ni wyddom am gyfeiriad parhaol",
        "What": "Beth",
        "What happened": "Beth ddigwyddodd",
        "What it did well": "Yr hyn a wnaeth yn dda",
        "What it was asked to do": "Yr hyn y gofynnwyd iddi ei wneud",
        "What the document calls it": "Yr hyn y mae’r ddogfen yn ei galw",
        "What the document says": "Yr hyn a ddywed y ddogfen",
        "When": "Pryd",
        "Where it is mentioned": "Lle y’i crybwyllir",
        "Where the document disagrees with itself, or leaves a question open": (
            "Lle mae’r ddogfen yn anghyson, neu’n gadael cwestiwn yn agored"
        ),
        "Why this is a turning point": "Pam y mae hwn yn drobwynt",
        "Why we put this event here": "Pam y rhoddwyd y digwyddiad hwn yma",
        "Why, in brief": "Pam, yn gryno",
        "With no {one} addressed to them": "Ni chyfeiriwyd {one} atynt",
        "With the words": "Gyda’r geiriau",
        "With {a_one} addressed to them": "Cyfeiriwyd {one} atynt",
    },
}


def _written_out(phrases: Mapping[str, str], held: Mapping[str, tuple[str, str]]) -> Mapping[str, str]:
    """The phrases for each thing that a list may hold, and the word for it by itself."""
    words: dict[str, str] = {}
    for ours, (one, several) in held.items():
        words |= {phrase.format(one=ours, a_one=a(ours)): said.format(one=one) for phrase, said in phrases.items()}
        words |= {ours.capitalize(): one.capitalize(), noun(2, ours).capitalize(): several.capitalize()}
    return words


_WORDS = {language: _written_out(phrases, _HELD[language]) for language, phrases in _PHRASES.items()}


def of(review: Review | None) -> str:
    """The code of the language around a review's records; nothing for English."""
    return "" if review is None or review.head.language is Language.ENGLISH else review.head.language.value


def said(words: str, language: str) -> str:
    """Words of ours in a language; what a middle dot or a comma joins is said piece by piece."""
    if not language:
        return words
    return " · ".join(_one(each, _WORDS.get(language, {})) for each in words.split(" · "))


def _one(words: str, known: Mapping[str, str]) -> str:
    capital = words[:1].upper() + words[1:]
    if words in known or capital in known:
        return known[words] if words in known else known[capital][:1].lower() + known[capital][1:]
    first, _, number = words.partition(" ")
    if number[:1].isdigit() and first in known:  # 'Page 12'
        return f"{known[first]} {number}"
    return ", ".join(_one(each, known) for each in words.split(", ")) if ", " in words else words
