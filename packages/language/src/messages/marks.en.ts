/** All that was written and drawn on the records of a case, in one list. */
export default {
  unfold: "Show the marks",
  count: "{count, plural, one {# mark} other {# marks}}",
  by: "Marks by",
  byPerson: "Marks by {name}",
  kind: {
    comment: "Comment",
    question: "Question",
    suggestion: "Suggestion",
    mark: "Mark",
    region: "Region",
    measure: "Measurement",
  },
  filter: {
    name: "Which marks are shown",
    author: "By whom",
    kind: "Of what kind",
    state: "Open or resolved",
    clear: "Show all marks",
  },
  state: {
    open: "Open {count, number}",
    resolved: "Resolved {count, number}",
    all: "All {count, number}",
  },
  ended: {
    accepted: "Accepted",
    resolved: "Resolved",
    answered: "Answered",
    declined: "Declined",
  },
  replies: "{count, plural, one {# reply} other {# replies}}",
  keys: "<kbd>J</kbd> <kbd>K</kbd> or <kbd>↓</kbd> <kbd>↑</kbd> move, <kbd>Enter</kbd> opens.",
  none: "Nobody has marked anything in the records yet.",
  nothingMatches: "No mark is like that.",
  orphaned: "Place not found",
  orphan: {
    "place-lost": "The record no longer has this place.",
    "record-gone": "The record is not here any more.",
    "place-unknown": "This app does not know the place.",
  },
  /** Where it is, in a record that is named beside it. */
  place: {
    quoted: "“{quote}”",
    page: {
      document: "page {page, number}",
      pictures: "picture {page, number}",
    },
    series: "series {number}",
    slice: "slice {number, number}",
    picture: "picture {number, number}",
    keyImage: "key image",
    measured: "measured {says}",
    ecg: {
      at: "{lead} at {seconds} s",
      allLeads: "all leads",
      whole: "the whole tracing",
    },
    slide: {
      length: "a length",
      rectangle: "a region",
      freehand: "a region",
      arrow: "a place",
    },
    value: "a laboratory value",
    named: "a place that the report names",
  },
} as const;
