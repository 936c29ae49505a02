import { recordAct } from "@consilium/database";
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
  await recordAct(services.open.database, {
    organisationId: seat.organisationId,
    caseId: seat.caseId,
    personId: seat.personId,
    seatId: seat.id,
    act: "read",
    subject,
    body: { ...body, bytes },
  });
  c.header("cache-control", "no-store");
  return content;
}
