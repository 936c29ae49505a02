import { findDelivery, quietDeliveries } from "@consilium/database";
import type { PutAway } from "../delivery/clear-away.ts";
import type { Services } from "../services.ts";
import { isFor } from "./archive-access.ts";
import type { Archive } from "./archive.ts";
import { endPull } from "./fetch-study.ts";
import { PullSource } from "./pull-source.ts";

export interface StatedArchives extends PutAway {
  /** Of the data folder. */
  readonly place: string;
  readonly archives: readonly Archive[];
  readonly failed: (cause: unknown) => void;
}

/**
 * Studies that are on their way from an archive which is stated no longer, or not for their case: nobody works on its queue any
 * more, so they end here, with the reason.
 */
export async function endRemoved(services: Services, parts: StatedArchives): Promise<void> {
  const { database } = services.open;
  const arriving = { place: parts.place, states: ["arriving"], since: services.now() } as const;
  // One that cannot be ended holds up neither the others nor the server.
  for (const { id, caseId } of await quietDeliveries(database, arriving))
    await endIfRemoved(services, parts, caseId, id).catch(parts.failed);
}

async function endIfRemoved(
  services: Services,
  parts: StatedArchives,
  caseId: string,
  id: string,
): Promise<void> {
  const key = await services.keys.of(caseId);
  const delivery = await findDelivery(services.open.database, key, id);
  if (!delivery || delivery.source === null) return;
  const from = PullSource.parse(delivery.source);
  const stated = parts.archives.find((archive) => archive.id === from.archive);
  if (stated && isFor(stated, delivery)) return;
  await endPull(services, parts, { key, delivery, archive: { id: from.archive } }, "archive-removed");
  await services.changed({ caseId, rights: false });
}
