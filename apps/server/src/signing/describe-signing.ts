import { documentId, findCorrection, licenceOf } from "@consilium/database";
import { ok, type Result } from "@consilium/foundation";
import type { z } from "@hono/zod-openapi";
import type { Visit } from "../api/api-context.ts";
import type { RefusalReason } from "../api/refusal.ts";
import { hearingOf } from "../case/hearing-of.ts";
import type { Services } from "../services.ts";
import { isSignable } from "./is-signable.ts";
import { prepareSigning } from "./prepare-signing.ts";
import type { SigningSheet } from "./signing-routes.ts";
import { statementOf } from "./statement.ts";

/** What whoever signs is shown before they do. */
export async function describeSigning(
  services: Services,
  visit: Visit,
  opinionId: string,
): Promise<Result<z.infer<typeof SigningSheet>, RefusalReason>> {
  const prepared = await prepareSigning(services, visit, opinionId);
  if (!prepared.ok) return prepared;
  const { basis, open, met, inputs, images, rows } = prepared.value;
  const licence = await licenceOf(services.open.database, visit.seat.personId);
  const document = documentId(visit.row.id, `opinion.${opinionId}`);
  const correction = await findCorrection(services.open.database, visit.key, document);
  const signer = rows.seats.find(({ id }) => id === visit.seat.id);
  const hearing = hearingOf(rows.details, rows.organisation.details.zone);
  return ok({
    basis,
    state: isSignable(visit.row.state, correction) ? (licence ? "ready" : "no-licence") : "not-now",
    open: [...open],
    met,
    inputs: inputs.map(({ name, sequence }) => ({ name, sequence })),
    images: images.drawn.map(({ sha256, width, height, caption, alt }) => ({
      sha256,
      width,
      height,
      caption,
      alt,
    })),
    leftOut: images.leftOut.map(({ words, because }) => ({ words, because })),
    questions: rows.questions.length,
    records: rows.records.length,
    statement: statementOf(rows.organisation.details.zone, rows.details, licence),
    signer: {
      name: signer?.name ?? "",
      profession: signer?.profession ?? null,
      workplace: signer?.workplace ?? null,
      licence,
    },
    toldAtOnce: hearing.isAtOnce,
    hearing: hearing.words,
  });
}
