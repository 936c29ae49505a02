export const zooms = ["all", "year", "month"] as const;
export type Zoom = (typeof zooms)[number];
/** What has neighbours. */
export type Span = Exclude<Zoom, "all">;

/** What the address says of the axis. */
export interface TimelineSearch {
  /** Not there: a year. One old entry would push all others together. */
  readonly zoom?: Exclude<Zoom, "year"> | undefined;
  /** A day within the year or the month that is shown; not there: where the newest entry is. */
  readonly at?: string | undefined;
}

const day = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** Read before any script of the timeline is there, so without the calendar: the 31st of February is a day of March. */
export const readTimelineSearch = ({ zoom, at }: Record<string, unknown>): TimelineSearch => ({
  ...((zoom === "all" || zoom === "month") && { zoom }),
  ...(typeof at === "string" && day.test(at) && { at }),
});
