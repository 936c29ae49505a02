/** A case and its two clocks. */
export default {
  /** Distance first, then the date: the distance is handed in as whole days, counted in the reader's zone. */
  clock: {
    dueIn: "{days, plural, =0 {Today} one {In # day} other {In # days}}",
    late: "{days, plural, one {# day late} other {# days late}}",
    lateToday: "Late",
    paused: "Paused",
    met: "Complete",
  },
  /** The same of the opinion's clock, where nothing beside it names it. */
  opinionClock: {
    dueIn: "{days, plural, =0 {Opinion due today} one {Opinion due in # day} other {Opinion due in # days}}",
    late: "{days, plural, one {Opinion # day late} other {Opinion # days late}}",
    lateToday: "Opinion late",
    paused: "Opinion paused",
    met: "Opinion complete",
  },
  pausedUntil: "until {until, date, day}",
  metOn: "{on, date, day}",
  dueAt: "{due, date, deadline}",
  timesShownIn: "Times shown in {zone}",
} as const;
