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
        "Agencies chosen by us": "Asiantaethau a ddewiswyd gennym ni",
        "Agencies": "Asiantaethau",
        "Agency": "Asiantaeth",
        "Appendix": "Atodiad",
        "Asked for one": "Gofynnwyd am un",
        "Asked of all agencies": "Gofynnwyd i bob asiantaeth",
        "Asked of its teams": "Gofynnwyd i’w thimau",
        "Asks for": "Yn gofyn am",
        "Author, as printed": "Awdur, fel yr argraffwyd",
        "Box": "Blwch",
        "by heading": "yn ôl y pennawd",
        "Case": "Achos",
        "Checking records": "Gwirio cofnodion",
        "Cited by": "Dyfynnir gan",
        "Clear responsibilities": "Cyfrifoldebau clir",
        "Comes after": "Yn dilyn",
        "Cover": "Clawr",
        "Criticism": "Beirniadaeth",
        "Delay": "Oedi",
        "Disagreements and open questions": "Anghysondebau a chwestiynau agored",
        "Document": "Dogfen",
        "Event": "Digwyddiad",
        "Events that concern it": "Digwyddiadau sy’n ymwneud â hi",
        "Events": "Digwyddiadau",
        "Finding": "Canfyddiad",
        "Findings that concern it": "Canfyddiadau sy’n ymwneud â hi",
        "Findings": "Canfyddiadau",
        "Footnote": "Troednodyn",
        "From what happened to what was recommended": "O’r hyn a ddigwyddodd i’r hyn a argymhellwyd",
        "Glossary terms": "Termau’r eirfa",
        "Good practice": "Arfer da",
        "Group": "Grŵp",
        "How it was reviewed": "Sut y cynhaliwyd yr adolygiad",
        "In short": "Yn fyr",
        "in": "yn",
        "Kind": "Math",
        "Lesson": "Gwers",
        "Link inferred": "Cysylltiad a gasglwyd gennym ni",
        "Link or cite": "Dolen neu ddyfyniad",
        "Link stated": "Cysylltiad a nodir",
        "Link to this": "Dolen at hwn",
        "Management review": "Adolygiad rheoli",
        "Missed opportunity": "Cyfle a gollwyd",
        "no agency is named": "ni enwir yr un asiantaeth",
        "no date given": "ni roddir dyddiad",
        "No event is linked to it.": "Nid oes digwyddiad wedi’i gysylltu â hyn.",
        "No events concern it.": "Nid oes digwyddiadau yn ymwneud â hi.",
        "No finding is linked to it.": "Nid oes canfyddiad wedi’i gysylltu â hyn.",
        "No findings concern it.": "Nid oes canfyddiadau yn ymwneud â hi.",
        "No record cites it.": "Nid oes cofnod yn ei ddyfynnu.",
        "No {one} is addressed to it.": "Ni chyfeiriwyd {one} ati.",
        "No {one} is linked to it.": "Ni chysylltwyd {one} â hyn.",
        "None is mentioned": "Ni chrybwyllir yr un",
        "None": "Dim",
        "None.": "Dim.",
        "Observation": "Sylw",
        "Organisation": "Sefydliad",
        "Our calculation": "Ein cyfrifiad ni",
        "Page": "Tudalen",
        "Paragraph": "Paragraff",
        "Paragraphs": "Paragraffau",
        "Part of": "Rhan o",
        "Profession": "Proffesiwn",
        "Published beside it": "Cyhoeddwyd ochr yn ochr ag ef",
        "Published": "Cyhoeddwyd",
        "Publisher": "Cyhoeddwr",
        "Relates to": "Yn ymwneud â",
        "Review": "Adolygiad",
        "Section": "Adran",
        "Sharing": "Rhannu",
        "Something to consider": "Rhywbeth i’w ystyried",
        "Staffing": "Staffio",
        "Standard that it names": "Y safon y mae’n ei henwi",
        "Summary drawn from": "Crynodeb yn seiliedig ar",
        "Team": "Tîm",
        "The cover": "Y clawr",
        "The document disagrees with itself, or leaves this open": (
            "Mae’r ddogfen yn anghyson, neu’n gadael hyn yn agored"
        ),
        "The document says": "Dywed y ddogfen",
        "Themes": "Themâu",
        "Title": "Teitl",
        "Training": "Hyfforddiant",
        "Under no theme": "Heb thema",
        "What gives concern": "Yr hyn sy’n peri pryder",
        "What happened": "Beth ddigwyddodd",
        "What is to be done": "Beth sydd i’w wneud",
        "What is to be learned": "Beth sydd i’w ddysgu",
        "What it was asked to do": "Yr hyn y gofynnwyd iddi ei wneud",
        "What the document calls it": "Yr hyn y mae’r ddogfen yn ei galw",
        "What the document says": "Yr hyn a ddywed y ddogfen",
        "What was asked": "Beth a ofynnwyd",
        "What was found": "Beth a ganfuwyd",
        "What was recommended": "Beth a argymhellwyd",
        "What": "Beth",
        "When": "Pryd",
        "Where the document disagrees with itself, or leaves a question open": (
            "Lle mae’r ddogfen yn anghyson, neu’n gadael cwestiwn yn agored"
        ),
        "Who was asked": "I bwy y gofynnwyd",
        "Why we put this event here": "Pam y rhoddwyd y digwyddiad hwn yma",
        "With no {one} addressed to them": "Ni chyfeiriwyd {one} atynt",
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
