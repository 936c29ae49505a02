import { effectiveState, isOver } from "@consilium/clinical";
import { type CaseRow, type PlaceOfRequest } from "@consilium/database";
import type { RefusalReason } from "../api/refusal.ts";
import { placeLimits } from "./place-limits.ts";

/** Why a place takes no answer, in the order in which it is said. Undefined: it takes one. */
export function whyClosed(
  place: PlaceOfRequest,
  { state, pausedFrom, wrappedKey }: Pick<CaseRow, "state" | "pausedFrom" | "wrappedKey">,
  now: Date,
): RefusalReason | undefined {
  const facts = { state, interrupted: pausedFrom };
  if (wrappedKey === null || effectiveState(facts) === "erased") return "no-such-link";
  if (place.state === "withdrawn" || isOver(facts)) return "place-withdrawn";
  if (place.state !== "open") return "place-answered";
  if (place.expiresAt <= now) return "place-expired";
  return place.failures >= placeLimits.failures ? "place-locked" : undefined;
}
