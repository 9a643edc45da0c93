"""The closed vocabularies: each word with the label and the meaning that readers see."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Word(StrEnum):
    """A word of a closed vocabulary, with the label and the meaning that readers see."""

    label: str
    meaning: str

    def __new__(cls, value: str, label: str, meaning: str) -> Self:
        word = str.__new__(cls, value)
        word._value_, word.label, word.meaning = value, label, meaning
        return word


class Track(Word):
    """Which of the two stories an event belongs to."""

    CASE = "case", "Case", "What happened to the child and around the child."
    REVIEW = "review", "Review", "How the review was made, evaluated and published."


class FindingKind(Word):
    """What a finding says; our coding."""

    LEARNING = "learning", "Lesson", "What the document says should be done, in this case or any other."
    CRITICISM = (
        "criticism",
        "Criticism",
        "Something done late, left undone or done less well than it should have been.",
    )
    MISSED_OPPORTUNITY = (
        "missed-opportunity",
        "Missed opportunity",
        "A step that the document says could or should have been taken, and was not.",
    )
    GOOD_PRACTICE = (
        "good-practice",
        "Good practice",
        "Something that the document calls good, or says was done as it should be.",
    )
    OBSERVATION = (
        "observation",
        "Observation",
        "Something that the document includes among its lessons without judging it.",
    )


class Act(Word):
    """What kind of action a recommendation asks for; our coding."""

    TRAINING = "training", "Training", "Give or change training."
    PROCEDURE = "procedure", "A procedure", "Set up a procedure, a system, guidance or a way of working."
    REVIEW = "review", "A review", "Look again at something that already exists."
    REMINDER = "reminder", "A reminder", "Remind staff of something."
    AUDIT = "audit", "Checking records", "Check files or how they are kept."
    PLAN = "plan", "A plan", "Draw up a plan or a strategy."
    PRACTICE = "practice", "A change of practice", "Do some everyday work differently."
    STAFFING = "staffing", "Staffing", "Decide who does the work, or bring someone in."
    SHARING = "sharing", "Sharing", "Make a report or its lessons known to somebody."
    CLARITY = "clarity", "Clear responsibilities", "Settle who has to do something, and when."
    CONSIDERATION = "consideration", "Something to consider", "Consider the value of something."


class Holds(Word):
    """What a list of the document holds; the label is the noun for one."""

    RECOMMENDATIONS = "recommendations", "recommendation", "What somebody is to do."
    QUESTIONS = "questions", "question", "What somebody is asked to think about and to answer."
    CONCERNS = "concerns", "concern", "What a coroner is worried about, and asks somebody to act on."
    LEARNING_POINTS = "learning-points", "learning point", "What is to be learned, for whoever reads it."
    ACTIONS = "actions", "action", "A step of an action plan."


class Scope(Word):
    """How far a list of recommendations reaches."""

    LOCAL = "local", "Local", "For the agencies of the area."
    REGIONAL = "regional", "Regional", "For the agencies of a region."
    NATIONAL = "national", "National", "For the government or for agencies of the whole country."


class DocumentKind(Word):
    """What kind of document a review is."""

    SERIOUS_CASE_REVIEW = "serious-case-review", "Serious case review", "Of the death of a child, or of serious harm."
    PRACTICE_REVIEW = (
        "local-child-safeguarding-practice-review",
        "Local child safeguarding practice review",
        "What took the place of serious case reviews in England.",
    )
    DOMESTIC_HOMICIDE_REVIEW = (
        "domestic-homicide-review",
        "Domestic homicide review",
        "Of a death that followed domestic abuse; also called domestic abuse related death review.",
    )
    ADULTS_REVIEW = "safeguarding-adults-review", "Safeguarding adults review", "Of the death of an adult, or of harm."
    CHILD_PRACTICE_REVIEW = "child-practice-review", "Child practice review", "Of harm to a child, in Wales."
    ADULT_PRACTICE_REVIEW = "adult-practice-review", "Adult practice review", "Of harm to an adult, in Wales."
    SINGLE_UNIFIED_REVIEW = (
        "single-unified-safeguarding-review",
        "Single unified safeguarding review",
        "One review where there would be several, in Wales.",
    )
    LEARNING_TOGETHER = "learning-together-review", "Learning Together review", "It asks its Board questions."
    PREVENTION_OF_FUTURE_DEATHS = (
        "prevention-of-future-deaths-report",
        "Prevention of future deaths report",
        "A coroner’s, to those who may be able to prevent other deaths.",
    )
    THEMATIC_REVIEW = "thematic-review", "Thematic review", "Of several cases with something in common."
    INQUIRY = "inquiry", "Inquiry", "Set up to look into what happened, often by a government."
    OTHER = "other", "Other document", "Of none of these kinds."


class Nation(Word):
    """Where a review was made: whose bank holidays count."""

    ENGLAND = "england", "England", "England."
    WALES = "wales", "Wales", "Wales."
    SCOTLAND = "scotland", "Scotland", "Scotland."
    NORTHERN_IRELAND = "northern-ireland", "Northern Ireland", "Northern Ireland."


class Language(Word):
    """In what language a review is restated."""

    ENGLISH = "en", "English", "English."
    WELSH = "cy", "Welsh", "Welsh: its dates and the words around its records are Welsh as well."


class CompanionKind(Word):
    """What kind of document was published beside a review."""

    SUMMARY = "summary", "Summary", "A shorter version."
    OVERVIEW = "overview", "Overview report", "A longer version."
    ACTION_PLAN = "action-plan", "Action plan", "What is to be done about the recommendations."
    RESPONSE = "response", "Response", "What somebody says to it."
    BRIEFING = "briefing", "Briefing", "What is to be learned, for those who work with families."
    LETTER = "letter", "Letter", "A letter about it."
    OTHER_LANGUAGE = "other-language", "In another language", "The same in another language."


class Placed(Word):
    """How an event without a date is placed."""

    IN_ORDER = "in-order", "in the order of the document", "Behind the event that is written before it."


class AddressedBy(Word):
    """What says that a recommendation addresses an agency."""

    WORDS = "words", "by name", "The recommendation’s own words name the agency."
    HEADING = "heading", "by heading", "Only the heading of the recommendation’s list names the agency."


class Basis(Word):
    """Where a link between two records comes from."""

    STATED = "stated", "stated", "The document itself makes the link, in the paragraph that is given."
    INFERRED = "inferred", "inferred", "We make the link, for the reason that is given; the document does not."


class Unit(Word):
    """What a wait or a standard is counted in."""

    DAYS = "days", "day", "Days of the calendar."
    WORKING_DAYS = "working-days", "working day", "Days without weekends and the nation’s bank holidays."
    WEEKS = "weeks", "week", "Seven days each."
    MONTHS = "months", "month", "From one day of a month to the same of the next: 28 to 31 days."


class Beyond(Word):
    """Whether a wait was longer than the standard for it, by our calculation."""

    YES = "yes", "yes", "Even the shortest possible wait is longer than the standard."
    PERHAPS = "perhaps", "perhaps", "The shortest possible wait is within the standard, and the longest is not."
    NO = "no", "no", "Even the longest possible wait is within the standard."
    NOT_KNOWN = "not-known", "not known", "Neither the document’s words nor its dates say how long the wait was."


class AgencyKind(Word):
    """What sort of agency this is."""

    BODY = "body", "Organisation", "An organisation, or a part of one."
    TEAM = "team", "Team", "A team or a service within a body."
    PROFESSION = "profession", "Profession", "People who do one kind of work, whoever employs them."
    GROUP = "group", "Group", "Several agencies that the document names by one word."


class RecordPage(Word):
    """The page of a review on which its records of a kind stand, or stood until they were withdrawn."""

    TIMELINE = "timeline", "Timeline", "An event."
    FINDINGS = "findings", "Findings", "A finding."
    RECOMMENDATIONS = "recommendations", "Recommendations", "A recommendation."
    AGENCIES = "agencies", "Agencies", "An agency’s part."
    PROCESS = "process", "Process", "A source tension."
    PARAGRAPHS = "paragraphs", "Paragraphs", "A paragraph: its id is the last part of its address, as in p20."


class SharedPage(Word):
    """The page on which a record stood that reviews share."""

    THEMES = "themes", "Themes", "A theme."
    GLOSSARY = "glossary", "Glossary", "A term."
    AGENCIES = "agencies", "Agencies", "An agency."
