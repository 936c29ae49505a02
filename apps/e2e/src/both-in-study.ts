import type { Page } from "playwright-core";
import { caseOf, oncology } from "./case-of.ts";
import { openStudy, slices } from "./ct-slices.ts";
import { handOver, recordWith } from "./hand-over.ts";
import type { Journey } from "./journey.ts";

/** Two people before the same study. */
export async function bothInStudy(
  visit: Pick<Journey, "enter">,
): Promise<{ readonly hers: Page; readonly theirs: Page }> {
  const [adaeze, ingrid] = await Promise.all([visit.enter("adaeze"), visit.enter("ingrid")]);
  const caseId = await caseOf(adaeze, oncology);
  await handOver(adaeze, caseId, slices(1, 2, 3, 4, 5, 6));
  await adaeze.page
    .getByRole("link", { name: /CT liver/ })
    .first()
    .waitFor();
  const record = await recordWith(adaeze, caseId, "imaging-study");
  const [hers, theirs] = await Promise.all([
    openStudy(adaeze, caseId, record),
    openStudy(ingrid, caseId, record),
  ]);
  return { hers, theirs };
}
