import { documentAccess, isClinician } from "@consilium/clinical";
import { correctionsOfCase, feasibilitiesOfCase, reportsOfCase } from "@consilium/database";
import type { z } from "@hono/zod-openapi";
import type { Visit } from "../api/api-context.ts";
import type { Services } from "../services.ts";
import { carryFeasibility, type Correcting } from "./carry-feasibility.ts";
import { opinionOf } from "./find-reports.ts";
import type { ReportList } from "./report-schemas.ts";

/**
 * What is said of recommendations, of every opinion that a seat may read, drafts too. A patient who has a version of a draft learns
 * nothing of what stands in the draft itself.
 */
export async function describeFeasibility(
  services: Pick<Services, "open" | "now">,
  visit: Visit,
): Promise<z.infer<typeof ReportList>["feasibility"]> {
  const { key, seat, facts } = visit;
  const at = services.now();
  const isTold = (id: string): boolean => {
    const { read } = documentAccess({ kind: "opinion", id }, seat, facts, at);
    const isSigned = facts.opinions.some((opinion) => opinion.id === id && opinion.state === "signed");
    return read === "live" || (read === "version" && (isSigned || isClinician(seat)));
  };
  const said = await feasibilitiesOfCase(services.open.database, key);
  if (said.length === 0) return [];
  return carryFeasibility(said, await correctionsOf(services, visit))
    .filter(({ opinion }) => isTold(opinion))
    .map(({ seatId, at: saidAt, ...one }) => ({ ...one, by: seatId, at: saidAt.toISOString() }));
}

/** The oldest first. */
async function correctionsOf({ open }: Pick<Services, "open">, { key }: Visit): Promise<Correcting[]> {
  const reports = await reportsOfCase(open.database, key);
  const corrections = await correctionsOfCase(open.database, key);
  return corrections
    .toSorted((one, other) => one.at.getTime() - other.at.getTime())
    .flatMap((correction) => {
      const corrected = reports.find(({ id }) => id === correction.reportId);
      return corrected ? [{ from: opinionOf(corrected), to: opinionOf(correction) }] : [];
    });
}
