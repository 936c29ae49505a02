export default {
  title: "Before you sign",
  must: "{count, plural, one {# must be done} other {# must be done}}",
  look: "{count, plural, one {# to look at} other {# to look at}}",
  nothing: "Nothing is missing.",
  updates: "Updates as you write",
  all: "Show all",
  fewer: "Show fewer",
  goTo: "Go there",
  /** How hard the plain summary is to read, by the formulas of its language. */
  ease: {
    title: "Plain summary",
    en: "Grade {grade, number}: Flesch-Kincaid {fleschKincaid, number, tenths}, SMOG {smog, number, tenths}.",
    estimate: "An estimate: SMOG is made for {sentences, number} sentences or more.",
    es: "{ease, number, whole} on the INFLESZ scale: {band}.",
    fr: "Ease of reading {ease, number, whole} (Kandel and Moles; 60 or more is easy).",
    de: "Ease of reading {ease, number, whole} (Amstad; 60 or more is easy), school year {year, number, whole} (Vienna formula).",
    tooShort: "Measured from {words, number} words on.",
    band: {
      "very-hard": "very hard",
      "rather-hard": "rather hard",
      normal: "normal",
      "rather-easy": "rather easy",
      "very-easy": "very easy",
    },
    none: "No grade is computed: no formula for this language is known here.",
  },
  /** What is to be done before signing: one sentence for each rule. */
  rule: {
    "question-without-answer": "Question {number} has no answer",
    "answer-to-withdrawn-question": "A question that was withdrawn is answered: {name}",
    "recommendation-without-owner": "Recommendation {number} has no owner",
    "recommendation-without-urgency": "Recommendation {number} has no urgency",
    "recommendation-owner-left": "{name} owns recommendation {number} and has left the case",
    "recommendation-due-past": "Recommendation {number} is due on a day that is over",
    "recommendation-due-before-birth": "Recommendation {number} is due before the patient was born",
    "strong-on-low-certainty": "Recommendation {number} is strong on low certainty and gives no reason",
    "finding-without-evidence": "Finding {number} shows no place in the records",
    "finding-without-images":
      "Finding {number} is a reading of your own, but of {name} only the report is here",
    "read-without-images": "Only the report is here of what this says was read: {name}",
    "finding-unchanged-without-comparison":
      "Finding {number} says that nothing changed, and names no earlier study with its date",
    "unchanged-without-comparison": "“{name}” names no earlier study with its date",
    "major-difference-without-contact":
      "Finding {number} changes the plan, and the treating doctor has not written about it yet",
    "side-differs": "Left or right: {name} is on one side here and on the other elsewhere",
    "size-differs": "Size: {name} here, ten times as much or a tenth of it elsewhere",
    "operation-date-differs": "Date of an operation: {name} here, another day elsewhere",
    "plain-summary-grade": "The plain summary reads at grade {number}; the aim is 8",
    "plain-summary-inflesz":
      "The plain summary has {number} points on the INFLESZ scale; the aim is 55 or more",
    "plain-summary-kandel-moles":
      "The plain summary has {number} points for ease of reading (Kandel and Moles); the aim is 60 or more",
    "plain-summary-amstad":
      "The plain summary has {number} points for ease of reading (Amstad); the aim is 60 or more",
    "plain-summary-wiener": "The plain summary reads at school year {number} (Vienna formula); the aim is 8",
    "plain-summary-jargon": "“{name}” is not explained in the plain summary",
    "plain-summary-long-sentences": "Sentences of more than 25 words in the plain summary: {number}",
    "plain-summary-long-paragraphs": "Paragraphs of more than 100 words in the plain summary: {number}",
    "missing-record-not-in-limitations": "{name} is required and missing: say so in Limitations",
    "limitations-without-missing-record": "{name} is required and missing: the limitations do not name it",
    "placeholder-left": "Places of the template left to fill in here: {number}",
    "text-not-printable": "The printed report cannot show this: {name}",
    "bottom-line-empty": "The bottom line is empty",
    "plain-summary-empty": "The plain summary is empty",
    "citation-without-identifier":
      "Source {number} has no DOI, PubMed number or address, and is no guideline",
    "citation-wrong-identifier": "Source {number} has an identifier that is none: {name}",
    "citation-without-year": "Source {number} has no year",
    "citation-retracted": "Source {number} was retracted",
    "citation-old": "Source {number} is from {name}",
  },
} as const;
