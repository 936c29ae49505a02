/** The coordinator's board. */
export default {
  title: "Board",
  places: "Places",
  list: "Cases",
  needs:
    "{count, plural, =0 {Nothing needs you today} one {One thing needs you today} =2 {Two things need you today} =3 {Three things need you today} =4 {Four things need you today} other {# things need you today}}",
  clocks:
    "{count, plural, one {One clock needs you today} =2 {Two clocks need you today} =3 {Three clocks need you today} =4 {Four clocks need you today} other {# clocks need you today}}",
  sum: "{late, plural, =0 {Nothing late} one {# late} other {# late}} · {soon, plural, =0 {nothing due within two days} one {# due within two days} other {# due within two days}} · {paused, plural, =0 {none paused} one {# paused} other {# paused}}",
  cut: "Only your newest cases are shown here. The list has all of them.",
  everySpecialty: "All specialties",
  specialty: "Specialty",
  doNow: "Do now",
  clock: {
    triage:
      "{severity, select, late {Nobody has decided what becomes of it.} other {Somebody must decide what becomes of it.}}",
    records:
      "{severity, select, late {The records are not complete.} other {The records must soon be complete.}}",
    start: "{severity, select, late {No specialist has begun.} other {A specialist must begin.}}",
    blind: "{severity, select, late {The blind read is not finished.} other {The blind read is nearly due.}}",
    opinion: "{severity, select, late {The opinion is not signed.} other {The opinion is nearly due.}}",
    questions: "The time for questions ends.",
  },
  what: {
    request: "{name} was asked for and has not come.",
    unanswered: "{name} has not answered the offer.",
    nobody: "{name} declined, and nobody else is asked.",
    "not-opened": "Nobody who treats the patient has opened the report.",
    "not-told": "The patient has not been told of the report.",
    "not-read":
      "{count, plural, one {One file that came could not be read.} other {# files that came could not be read.}}",
    whose: "Files came, and nobody has said whose they are.",
  },
  way: {
    triage: "Open the triage",
    records: "See what is missing",
    report: "Open the report",
    files: "See the files",
  },
  extend: "Extend with a reason",
  since: "Since {at, date, deadline}",
  column: {
    submitted: "Submitted",
    "gathering-records": "Gathering records",
    "ready-for-review": "Ready for review",
    "in-review": "In review",
    delivered: "Delivered",
  },
  norm: {
    submitted: "Triage within one working day",
    "gathering-records": "Ten days; each request has its own date",
    "ready-for-review": "A specialist starts within two days",
    "in-review": "5 to 7 working days from then",
    delivered: "Read, understood, acted on",
  },
  none: "No case",
  waits: {
    specialist: "Waits for somebody to take it",
    signature: "Waits for the signature",
    telling: "Waits until the patient is told",
  },
  noOne: "No one",
  asked: "Asked: {names}",
  missing: "{missing, number} of {asked, number} missing",
  read: "{who, select, both {Read by both} patient {Not opened by a clinician} treating {Not opened by the patient} other {Not opened yet}}",
  emptyTitle: "No case to coordinate",
  emptyText: "A case is here as soon as you coordinate it and it was submitted.",
} as const;
