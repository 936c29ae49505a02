import {
  type CaseKey,
  type CaseRow,
  findAnswerPlace,
  findCase,
  type PlaceOfRequest,
} from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";
import { tokenHash } from "../link/secrets-of-links.ts";
import type { Services } from "../services.ts";
import { judgeEntry } from "./place-entry.ts";
import { whyClosed } from "./place-standing.ts";

const tokenHeader = "consilium-place";
const entryHeader = "consilium-entry";

/** Somebody without an account, at the place of one request, who had the right code. */
export interface AtPlace {
  readonly place: PlaceOfRequest;
  readonly row: CaseRow;
  readonly key: CaseKey;
}

/** Asked with each request and each second of one that lasts: what has ended meanwhile takes nothing more. */
export async function enterPlace(
  services: Pick<Services, "open" | "keys" | "now">,
  headers: Headers,
): Promise<Result<AtPlace, RefusalReason>> {
  const { database } = services.open;
  const token = headers.get(tokenHeader) ?? "";
  const place = await findAnswerPlace(database, tokenHash(token));
  if (!place) return refuse("no-such-link");
  const now = services.now();
  const given = headers.get(entryHeader) ?? "";
  // Whoever has not typed the code yet is told only that they have to, or why there is nothing to type it for.
  const entry = given === "" ? "over" : judgeEntry(given, token, place.codeHash, now);
  if (entry === "wrong") return refuse("no-such-link");
  const row = await findCase(database, place.caseId);
  if (!row) return refuse("no-such-link");
  const closed = whyClosed(place, row, now);
  if (closed) return refuse(closed);
  if (entry === "over") return refuse("entry-over");
  return ok({ place, row, key: await services.keys.of(place.caseId) });
}
