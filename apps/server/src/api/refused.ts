import type { ImportRefusal } from "@consilium/interchange";
import { refusalSentence } from "@consilium/language";
import type { Context } from "hono";
import { RefusalAnswer, type RefusalReason, refusalStatus } from "./refusal.ts";

const answer = {
  description: "Refused",
  content: { "application/json": { schema: RefusalAnswer } },
};

/** For a route's `responses`: the statuses with which any route may refuse. */
export const refusals = {
  400: answer,
  401: answer,
  403: answer,
  404: answer,
  406: answer,
  409: answer,
  413: answer,
  416: answer,
  422: answer,
  429: answer,
  500: answer,
  502: answer,
  503: answer,
};

/** The one place where a reason becomes an answer: the status, the closed reason, and a sentence for the person. */
export const refused = (
  c: Context,
  reason: RefusalReason,
  values: Readonly<Record<string, string | number>> = {},
) => c.json({ refusal: reason, sentence: refusalSentence(reason, values) }, refusalStatus[reason]);

/** A file that became nothing. The sentence names what stands in the way. */
export function refusedFile(c: Context, { reason, ...what }: ImportRefusal) {
  const values = Object.entries(what).filter(
    (entry): entry is [string, string | number] =>
      typeof entry[1] === "string" || typeof entry[1] === "number",
  );
  const most = "most" in what ? what.most : 0;
  return refused(c, reason, { ...Object.fromEntries(values), mebibytes: Math.floor(most / 2 ** 20) });
}
