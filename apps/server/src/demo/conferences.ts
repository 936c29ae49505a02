import { type Cast, found, seatWith } from "./cast.ts";
import type { Moment } from "./content-moment.ts";
import type { DemoCase } from "./content.ts";
import { demoId } from "./demo-id.ts";

/** A meeting of a demo case. One that is over was held by all whom it asked. */
export interface PlannedConference {
  readonly id: string;
  readonly calledBy: string;
  readonly calledAt: Date;
  readonly startsAt: Date;
  readonly minutes: number;
  readonly isOver: boolean;
  /** Seats. */
  readonly invited: readonly string[];
}

interface Meeting {
  readonly calls: Moment;
  readonly starts: Moment;
  /** When its pages were written last. */
  readonly written: Moment;
  readonly isOver: boolean;
}

/** The content holds the pages of a conference, and does not say when it is. */
export const meetings: Readonly<Record<string, Meeting>> = {
  "conference.onc-meeting": {
    calls: { day: -1, time: "16:10" },
    starts: { day: 0, time: "15:00" },
    written: { day: 0, time: "11:30" },
    isOver: false,
  },
  "conference.car-meeting": {
    calls: { day: -10, time: "09:20" },
    starts: { day: -8, time: "16:30" },
    written: { day: -8, time: "17:00" },
    isOver: true,
  },
};

export const planConferences = (content: DemoCase, cast: Cast): readonly PlannedConference[] =>
  Object.keys(content.documents)
    .filter((name) => name.startsWith("conference."))
    .map((name) => {
      const { calls, starts, isOver } = found(meetings[name], name);
      const lead = cast.seatOf(content.opinion.lead);
      return {
        id: demoId("document", name.slice("conference.".length)),
        calledBy: lead.id,
        calledAt: cast.at(calls),
        startsAt: cast.at(starts),
        minutes: 30,
        isOver,
        invited: [lead, seatWith(cast, "patient"), seatWith(cast, "referrer")].map(({ id }) => id),
      };
    });
