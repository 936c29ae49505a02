import { z } from "@hono/zod-openapi";
import type { Commander } from "../command/run-command.ts";
import type { Visit } from "./api-context.ts";

/** A JSON body, of an answer or of a request. */
export const json = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { "application/json": { schema } },
});

const id = z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);

/** Of a list that whoever asks has already, as they say with `if-none-match`. */
export const unchanged = { 304: { description: "What you have is as it was" } };

export const onCase = z.object({ caseId: id });

/** Needed by whoever sits twice in a case. */
export const seatParameter = z.object({ "consilium-seat": id.optional() });

export const commanderOf = ({ seat }: Visit): Commander => ({ caseId: seat.caseId, seatId: seat.id });
