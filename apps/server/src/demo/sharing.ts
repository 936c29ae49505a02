import type { ShareAudience, ShareMode } from "@consilium/clinical";
import { type Cast, found } from "./cast.ts";
import type { DemoCase } from "./content.ts";
import { demoId } from "./demo-id.ts";
import type { PlannedTexts } from "./plan-texts.ts";
import { isAccepted, suggestionId } from "./suggestions.ts";
import { targetIn } from "./threads.ts";
import { type PlannedDocument, rowsOf } from "./writing.ts";

export interface PlannedShare {
  readonly id: string;
  readonly audience: ShareAudience;
  readonly mode: ShareMode;
  /** Its readers see history from here on. */
  readonly fromSequence: number;
  readonly seatId: string;
  readonly at: Date;
  readonly opened: readonly { readonly seatId: string; readonly at: Date }[];
}

/** How far the log had come at that moment. */
export const sequenceAt = (planned: PlannedDocument, moment: Date): number =>
  rowsOf(planned).filter(({ at }) => at <= moment).length;

export function planShares(
  { opinion, lifecycle }: DemoCase,
  cast: Cast,
  planned: PlannedDocument,
): PlannedShare[] {
  return opinion.shared.map(({ with: audience, mode, at: moment }) => {
    const at = cast.at(moment);
    const isPatients = (person: string) => ["patient", "proxy"].includes(cast.seatOf(person).role);
    const opened = lifecycle
      .filter(({ event, by }) =>
        audience === "patient" ? event === "read" && isPatients(by) : event === "acknowledged",
      )
      .map((row) => ({ seatId: cast.seatOf(row.by).id, at: cast.at(row.at) }));
    return {
      id: demoId("share", `${opinion.id}/${audience}`),
      audience,
      mode,
      fromSequence: sequenceAt(planned, at),
      seatId: cast.seatOf(opinion.lead).id,
      at,
      opened,
    };
  });
}

export interface PlannedClaim {
  readonly suggestionId: string;
  readonly target: PlannedDocument;
  readonly seatId: string;
  readonly at: Date;
}

export const planClaims = ({ threads }: DemoCase, cast: Cast, texts: PlannedTexts): PlannedClaim[] =>
  threads.filter(isAccepted).map((thread) => ({
    suggestionId: suggestionId(thread, cast),
    target: targetIn(texts.documents, texts.opinion)(thread.target),
    seatId: cast.seat(found(thread.resolved.seat, thread.id)).id,
    at: cast.at(thread.resolved.at),
  }));
