import { stopShowingUnheld } from "@consilium/database";
import type { Services } from "../services.ts";

/** Where a server died while something was shown: guests who were in read it no longer, whether or not anybody opens the room anew. */
export async function stopShowing(services: Pick<Services, "open" | "now" | "changed">): Promise<void> {
  for (const caseId of await stopShowingUnheld(services.open.database, services.now()))
    await services.changed({ caseId, rights: true });
}
