import { createHmac, randomBytes } from "node:crypto";
import type { Seat } from "@consilium/clinical";
import { type Database, findCase, recordAct } from "@consilium/database";
import type { Context } from "hono";
import type { Services } from "../services.ts";
import type { Visit } from "./api-context.ts";

/** What of a case leaves with an answer. */
export interface Leaving {
  /** `case`, `records`, `record/<id>`, `opinion.<id>/versions/3`, … */
  readonly subject: string;
  /** Sequences, numbers, counts: never words. */
  readonly body?: Readonly<Record<string, unknown>>;
}

/**
 * The one way by which clinical content leaves over HTTP: who receives what is in the audit before the first byte is on its
 * way, and no cache keeps it.
 */
export async function release<T>(
  c: Context,
  services: Services,
  { seat }: Pick<Visit, "seat">,
  { subject, body = {} }: Leaving,
  content: T,
): Promise<T> {
  const bytes = Buffer.byteLength(JSON.stringify(content));
  await bookRead(services.open.database, seat, { subject, body: { ...body, bytes } });
  c.header("cache-control", "no-store");
  return content;
}

/** Who received what, in the audit. */
export const bookRead = (database: Database, seat: Seat, { subject, body = {} }: Leaving): Promise<void> =>
  recordAct(database, {
    organisationId: seat.organisationId,
    caseId: seat.caseId,
    personId: seat.personId,
    seatId: seat.id,
    act: "read",
    subject,
    body,
  });

interface ListedCase {
  readonly id: string;
  readonly seats: readonly { readonly id: string }[];
}

/** Of this process alone: a list that was not sent cannot be named, and so its content cannot be guessed at without a booking. */
const tagKey = randomBytes(32);

const tagOf = (personId: string, content: unknown): string =>
  `"${createHmac("sha256", tagKey)
    .update(`${personId}\n${JSON.stringify(content)}`)
    .digest("base64url")}"`;

/** Whether whoever asks says that they have this. A proxy that compresses makes a tag a weak one. */
const isNamed = (c: Context, tag: string): boolean =>
  (c.req.header("if-none-match") ?? "").split(",").some((one) => one.trim().replace(/^W\//, "") === tag);

/**
 * A list of cases names patients and what they have: booked in each of them, under the seat that it is listed for. Whoever was
 * sent this list and has it still is sent nothing, and nothing is booked: `undefined`.
 */
export async function releaseList<T extends { readonly items: readonly ListedCase[] }>(
  c: Context,
  { open: { database } }: Services,
  personId: string,
  content: T,
): Promise<T | undefined> {
  const tag = tagOf(personId, content);
  c.header("cache-control", "no-store");
  if (isNamed(c, tag)) {
    c.header("etag", tag);
    return undefined;
  }
  await database.transaction(async (transaction) => {
    for (const { id: caseId, seats, ...item } of content.items) {
      const bytes = Buffer.byteLength(JSON.stringify(item));
      const row = await findCase(transaction, caseId);
      const seatId = seats[0]?.id ?? null;
      const organisationId = row?.organisationId ?? null;
      const body = { bytes };
      await recordAct(transaction, {
        organisationId,
        caseId,
        personId,
        seatId,
        act: "read",
        subject: "case/summary",
        body,
      });
    }
  });
  c.header("etag", tag);
  return content;
}
