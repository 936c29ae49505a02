import { insertPull, pullsUnderWay } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { Visit } from "../api/api-context.ts";
import type { RefusalReason } from "../api/refusal.ts";
import { commanderOf } from "../api/route-parts.ts";
import { runCommand } from "../command/run-command.ts";
import type { Services } from "../services.ts";
import { mayAskArchives } from "./archive-access.ts";
import type { Archive } from "./archive.ts";
import { findStudy } from "./find-studies.ts";
import { fromArchive } from "./from-archive.ts";
import { PullSource } from "./pull-source.ts";

/** Of one case at once. */
const mostUnderWay = 20;

/** A delivery whose files the archive gives. It begins only where the archive has that study and it is not on its way already. */
export async function beginPull(
  services: Services,
  visit: Visit,
  archive: Archive,
  study: string,
): Promise<Result<{ readonly id: string }, RefusalReason>> {
  const found = await fromArchive((signal) => findStudy(archive, study, signal));
  if (!found.ok) return found;
  const { description, date } = found.value;
  const source = { archive: archive.id, name: archive.name, study, description, date };
  const id = services.createId();
  const begun = await runCommand(
    services,
    commanderOf(visit),
    { command: "add a record", changesRights: false },
    async ({ transaction, row, seat, facts, key, at }) => {
      if (!mayAskArchives(seat, facts, at)) return refuse("no-right");
      const underWay = (await pullsUnderWay(transaction, key)).map((one) => PullSource.parse(one.source));
      if (underWay.some((one) => one.archive === archive.id && one.study === study))
        return refuse("study-on-its-way");
      if (underWay.length >= mostUnderWay) return refuse("too-many");
      const of = { id, organisationId: row.organisationId, caseId: row.id, seatId: seat.id, at };
      await insertPull(transaction, key, { ...of, place: services.deliveries.place, source });
      return ok({ value: { id }, act: "delivery.begun", subject: id, body: { archive: archive.id } });
    },
  );
  if (begun.ok) await services.archives.pull(visit.key, id, archive.id);
  return begun;
}
