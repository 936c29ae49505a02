import { documentAccess, isClinician } from "@consilium/clinical";
import { feasibilitiesOfCase } from "@consilium/database";
import type { z } from "@hono/zod-openapi";
import type { Visit } from "../api/api-context.ts";
import type { Services } from "../services.ts";
import { opinionOf } from "./find-reports.ts";
import type { ReportList } from "./report-schemas.ts";

/**
 * What is said of recommendations, of every opinion that a seat may read, drafts too. A patient who has a version of a draft learns
 * nothing of what stands in the draft itself.
 */
export async function describeFeasibility(
  { open, now }: Pick<Services, "open" | "now">,
  { key, seat, facts }: Visit,
): Promise<z.infer<typeof ReportList>["feasibility"]> {
  const at = now();
  const isTold = (id: string): boolean => {
    const { read } = documentAccess({ kind: "opinion", id }, seat, facts, at);
    const isSigned = facts.opinions.some((opinion) => opinion.id === id && opinion.state === "signed");
    return read === "live" || (read === "version" && (isSigned || isClinician(seat)));
  };
  const said = await feasibilitiesOfCase(open.database, key);
  return said
    .filter((one) => isTold(opinionOf(one)))
    .map((one) => ({
      opinion: opinionOf(one),
      item: one.item,
      state: one.state,
      note: one.note,
      by: one.seatId,
      at: one.at.toISOString(),
    }));
}
