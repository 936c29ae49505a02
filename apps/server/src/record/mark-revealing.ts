import { isOver } from "@consilium/clinical";
import { markRecordRevealing } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";
import { type Commander, runCommand } from "../command/run-command.ts";
import type { Services } from "../services.ts";

/** Whether a record tells the first opinion. It changes who may see it, also where others are. */
export const markRevealing = (
  services: Services,
  commander: Commander,
  recordId: string,
  revealing: boolean,
): Promise<Result<{ revealing: boolean }, RefusalReason>> =>
  runCommand(
    services,
    commander,
    { command: "lifecycle, clocks, requests, marking an item as revealing", changesRights: true },
    async ({ transaction, row, facts }) => {
      if (isOver(facts)) return refuse("not-now");
      const was = await markRecordRevealing(transaction, row.id, recordId, revealing);
      if (was === undefined) return refuse("no-such-record");
      if (was === revealing) return refuse("already-so");
      return ok({ value: { revealing }, act: "record.marked", subject: recordId, body: { revealing } });
    },
  );
