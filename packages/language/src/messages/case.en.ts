/** A case and its two clocks. */
export default {
  /** Distance first, then the date: the distance is handed in as whole days, counted in the reader's zone. */
  dueIn: "{days, plural, =0 {Today} one {In # day} other {In # days}}",
  late: "{days, plural, one {# day late} other {# days late}}",
  lateToday: "Late",
  paused: "Paused",
  pausedUntil: "until {until, date, day}",
  met: "Complete",
  metOn: "{on, date, day}",
  /** The same of the opinion's clock, where nothing beside it names it. */
  opinionDueIn:
    "{days, plural, =0 {Opinion due today} one {Opinion due in # day} other {Opinion due in # days}}",
  opinionLate: "{days, plural, one {Opinion # day late} other {Opinion # days late}}",
  opinionLateToday: "Opinion late",
  opinionPaused: "Opinion paused",
  opinionMet: "Opinion complete",
  dueAt: "{due, date, deadline}",
  timesShownIn: "Times shown in {zone}",
} as const;
