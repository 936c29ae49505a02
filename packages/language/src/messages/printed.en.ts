/** The words of a signed report around what its authors wrote: on paper, in the file, in its narrative. */
export default {
  title: "Second medical opinion {number}, {name}",
  kind: "Second medical opinion",
  signed: "Signed {at, date, date}, {at, date, clock} {offset}. Version {version}.",
  replaces: "This replaces version {version}, signed {at, date, date}: {reason}",
  patient: "Patient",
  born: "Born {born}",
  bornSex: "Born {born}, {sex}",
  case: "Case {number}",
  askedBy: "Asked by",
  writtenBy: "Written by",
  empty: "Nothing was written here.",

  part: {
    questions: "Questions and answers",
    question: "Bottom line",
    urgent: "Urgent findings",
    recommendations: "Recommendations",
    comparison: "Findings against the first report",
    images: "Key images",
    redflags: "Red flags",
    limitations: "Limitations",
    answers: "Answers in full",
    options: "Options",
    assessment: "Assessment",
    summary: "Case summary",
    findings: "Findings",
    records: "Records reviewed",
    followup: "Follow-up",
    references: "References",
    places: "Places in the records",
    plain: "In plain words",
    signing: "Signing",
    addenda: "Added since",
  },

  imageLeftOut: "{words} is not shown here: {because}",

  withdrawn: "Withdrawn on {at, date, date}.",
  answeredBefore: "Answered before that:",
  noAnswer: "Not answered.",
  cannot: "Cannot be answered, because:",

  number: "No.",
  action: "Action",
  owner: "Owner",
  when: "When",
  strengthCertainty: "Strength, certainty",
  nobody: "Nobody named",
  hasLeft: "{name} (no longer part of the case)",
  byDay: "by {day}",
  strength: { strong: "Strong", conditional: "Conditional" },
  reason: "Reason:",
  changes: "What would change it:",
  sources: "Sources:",

  finding: "Finding, independent reading",
  first: "First report",
  difference: "Difference",
  notSaid: "Not said",
  reading: { agrees: "Agrees", minor: "Minor", major: "Major" },
  because: "{difference}: {consequence}",
  spoken: "{by} told {to} by {channel} on {at, date, date}, {at, date, clock}.",

  preferred: "{name} (preferred)",
  for: "For:",
  against: "Against:",
  discriminates: "What would tell:",
  confidence: "Confidence:",

  record: "Record",
  date: "Date",
  source: "From",
  seen: "Read from",
  seenAs: { images: "Images", "report-only": "Report only" },
  missing: "Not available",
  notCome: "Asked for, not here when this was signed.",

  sign: "Sign",
  doThis: "What to do",
  remote:
    "This opinion was written from records. Nobody who signed it has examined the patient for it. It is not for emergencies.",
  urgentRaised:
    "{by} raised it on {at, date, date}, {at, date, clock}, to {recipient}, in Consilium and by mail.",
  urgentBesides: "Besides: {channels}",
  urgentPassedOn:
    "The hour went by: on {at, date, date}, {at, date, clock}, whoever coordinates {second, select, none {was} other {and {second} were}} told.",
  urgentSeen: "{by} acknowledged it on {at, date, date}, {at, date, clock}.",
  urgentOpen: "Nobody had acknowledged it when this was signed.",

  person: "Signed by",
  role: "As",
  besides: "Took part, without signing",
  roles: { lead: "Lead", author: "Author" },
  shownBy: {
    password: "Shown by their password",
    code: "Shown by a code of their authenticator app",
  },
  licence: "Licence",
  licenceOf: "{number}, {authority}, {country}",
  licenceChecked: "Checked {at, date, date}",
  licenceUnchecked: "Not checked",
  noLicence: "None given",
  blind: "Read blind until {at, date, date}, {at, date, clock}",
  conflicts: "Conflicts of interest:",
  statement: "Statement:",
  reasons: "Signed although this was open",
  reasonLine: "{point}. {by}: {reason}",
  digest: "Digest of the report (SHA-256):",
  check: "To check that nothing was changed:",
  final:
    "This text is not changed any more. What comes later is an addendum, or a new version that replaces it.",

  place: "{words}. {record}",
  quoted: "“{quote}”",
  page: "page {page} of {pages}",
  plainOn: "In plain words: page {page}",

  addendum: {
    count:
      "{count, plural, one {One addendum was} other {# addenda were}} signed since. What was added stands behind the signing.",
    by: "{number}. {name}, {at, date, date}, {at, date, clock} {offset}",
    digest: "Digest of the addendum (SHA-256):",
  },

  /** Of a copy that was made after the report was corrected or taken back. */
  change: {
    superseded: "Corrected {at, date, date}. This version no longer stands.",
    retracted: "Retracted {at, date, date}. Do not rely on it.",
    because: "{said} Why: {reason}",
  },
  changedCase: { superseded: "{number}, no longer stands", retracted: "{number}, retracted" },

  /** What a PDF's seal gives as its reason, where no authority said when. */
  noTimeStamp: "{statement} Without a time stamp: the authority gave none. The time is this server's own.",

  /** What the file that checks itself says at its top. */
  file: {
    waiting: "This file has not been checked. It needs a browser that runs scripts.",
    unchanged:
      "Unchanged since it was signed. Whether it still stands, or was corrected or taken back since, can be seen at {check}.",
    superseded:
      "Unchanged since it was signed, and corrected {at, date, date}: this version no longer stands. See {check}.",
    retracted:
      "Unchanged since it was signed, and retracted {at, date, date}: do not rely on it. See {check}.",
    changed:
      "This file was changed after it was signed. Do not rely on it. The report can be had again at {check}.",
    unknown: "This browser cannot check whether this file was changed. See {check}.",
  },
} as const;
