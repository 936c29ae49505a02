import { dayAt, instantIn } from "@consilium/foundation";
import type { Cast } from "./cast.ts";
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

export const planConferences = ({ meetings }: DemoCase, cast: Cast): readonly PlannedConference[] =>
  meetings.map(({ id, by, called, at, zone, minutes, who, state }) => ({
    id: demoId("document", id),
    calledBy: cast.seatOf(by).id,
    calledAt: cast.at(called),
    startsAt: instantIn(zone, dayAt(cast.today, at.day), at.time),
    minutes,
    isOver: state === "held",
    invited: who
      .map(cast.seatOf)
      .filter(({ role }) => role !== "guest")
      .map((seat) => seat.id),
  }));
