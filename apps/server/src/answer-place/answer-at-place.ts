import { deliveriesOfRequest, updateRequest } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";
import type { Services } from "../services.ts";
import { actAtPlace } from "./act-at-place.ts";
import type { AtPlace } from "./enter-place.ts";

export interface WordAtPlace {
  /** `here`: what was sent is all. */
  readonly state: "here" | "unavailable";
  readonly because: string | null;
}

/** Whoever was asked says what became of it: with that the place ends. What is still on its way is waited for. */
export const answerAtPlace = (
  services: Services,
  at: AtPlace,
  { state, because }: WordAtPlace,
): Promise<Result<{ readonly state: WordAtPlace["state"] }, RefusalReason>> =>
  actAtPlace(services, at, async ({ transaction, key, place, at: answeredAt, notify }) => {
    const sent = await deliveriesOfRequest(transaction, key, place.requestId);
    if (sent.some((one) => one.state === "arriving" && one.changedAt > quietBefore(answeredAt)))
      return refuse("files-on-their-way");
    if (state === "here" && sent.every((one) => one.state === "arriving" || one.state === "cancelled"))
      return refuse("nothing-sent");
    if (state === "unavailable" && because === null) return refuse("reason-needed");
    const answer = because === "" ? null : because;
    const change = {
      state: state === "here" ? "received" : state,
      answeredAt,
      answeredBy: null,
      answer,
    } as const;
    await updateRequest(transaction, key, place.requestId, change);
    await notify({ kind: "request-answered", subject: place.requestId, seats: [place.seatId] });
    return ok({ value: { state }, act: "place.answered", body: { state } });
  });

/** What nobody has touched for an hour is not on its way any more: it must not keep the answer from coming. */
const quietBefore = (now: Date): Date => new Date(now.getTime() - 3_600_000);
