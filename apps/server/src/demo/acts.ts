import { type Cast, found } from "./cast.ts";
import type { DemoCase } from "./content.ts";
import { demoId } from "./demo-id.ts";

/** An act of the audit to be: ids and states, never words of the case. */
export interface PlannedAct {
  readonly act: string;
  readonly personId: string;
  readonly seatId: string;
  readonly subject: string;
  readonly at: Date;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What happened, by the content's word for it. */
const acts: Readonly<Record<string, string>> = {
  draft: "case.opened",
  consent: "consent.given",
  submitted: "case.submitted",
  "marked-revealing": "record.marked",
  "records-arrived": "record.added",
  assigned: "seat.given",
  "blind-read-locked": "opinion.locked",
  "blind-read-planned": "seat.given",
  reveal: "seat.revealed",
  "shared-with-care-team": "opinion.shared",
  "major-difference-told": "finding.told",
  "suggestion-accepted": "suggestion.claimed",
  signed: "opinion.signed",
  delivered: "opinion.shared",
  read: "read",
  acknowledged: "opinion.acknowledged",
  "addendum-signed": "addendum.signed",
  "seat-given": "seat.given",
  "gathering-records": "case.stepped",
  "ready-for-review": "case.stepped",
  "in-review": "case.stepped",
  "follow-up": "case.stepped",
};

export const planActs = ({ lifecycle, opinion }: DemoCase, cast: Cast): PlannedAct[] =>
  lifecycle.map(({ event, by, at }) => {
    const { id: seatId, personId } = cast.seatOf(by);
    const act = found(acts[event], event);
    const subjects = { opinion: demoId("document", opinion.id), seat: seatId, case: cast.caseId };
    return {
      act,
      personId,
      seatId,
      subject: subjects[subjectOf(act)],
      at: cast.at(at),
      body: act === "case.stepped" ? { to: event } : {},
    };
  });

function subjectOf(act: string): "opinion" | "seat" | "case" {
  const [noun] = act.split(".");
  if (noun === "opinion" || noun === "finding" || noun === "read") return "opinion";
  return noun === "seat" || noun === "consent" ? "seat" : "case";
}
