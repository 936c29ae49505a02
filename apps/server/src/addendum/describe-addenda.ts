import { findOrganisation, licenceOf, seatsOfCases } from "@consilium/database";
import { ok, type Result } from "@consilium/foundation";
import { reportCode } from "@consilium/report";
import { z } from "@hono/zod-openapi";
import type { Visit } from "../api/api-context.ts";
import type { RefusalReason } from "../api/refusal.ts";
import type { Services } from "../services.ts";
import type { AddendumAnswer, AddendumSheet } from "./addendum-schemas.ts";
import { addendaFor, type KnownAddendum } from "./find-addendum.ts";
import { prepareAddendum } from "./prepare-addendum.ts";
import { addendumStatement } from "./sign-addendum.ts";

/** The addenda that a seat may know, in the order in which they were begun. What is not signed has no text here. */
export const describeAddenda = async (
  services: Services,
  visit: Visit,
): Promise<z.infer<typeof AddendumAnswer>[]> => (await addendaFor(services, visit)).map(describe);

function describe({ id, report, addendum }: KnownAddendum): z.infer<typeof AddendumAnswer> {
  const { seatId, at, signedAt, digest, text } = addendum;
  return {
    id,
    report: report.id,
    by: seatId,
    at: at.toISOString(),
    signed:
      signedAt && digest && text
        ? {
            at: signedAt.toISOString(),
            digest,
            code: reportCode(digest),
            text: z.record(z.string(), z.unknown()).parse(JSON.parse(text.toString())),
          }
        : null,
  };
}

/** What whoever signs an addendum is shown before they do. */
export async function describeAddendumSheet(
  services: Services,
  visit: Visit,
  id: string,
): Promise<Result<z.infer<typeof AddendumSheet>, RefusalReason>> {
  const prepared = await prepareAddendum(services, visit, id);
  if (!prepared.ok) return prepared;
  const { basis, words, report, addendum } = prepared.value;
  const { database } = services.open;
  const licence = await licenceOf(database, visit.seat.personId);
  const organisation = await findOrganisation(database, visit.row.organisationId);
  const signer = (await seatsOfCases(database, [visit.row.id])).find(
    ({ id: seat }) => seat === visit.seat.id,
  );
  const isNow = report.state === "current" && addendum.signedAt === null;
  return ok({
    basis,
    state: !isNow ? "not-now" : words === 0 ? "empty" : licence ? "ready" : "no-licence",
    version: report.n,
    words,
    statement: addendumStatement(organisation?.details.zone ?? "UTC"),
    signer: {
      name: signer?.name ?? "",
      profession: signer?.profession ?? null,
      workplace: signer?.workplace ?? null,
      licence,
    },
  });
}
