import { endReportLink } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";
import { type Commander, runCommand } from "../command/run-command.ts";
import type { Services } from "../services.ts";

/** It opens nothing from now on. What was read by it cannot be called back. */
export const endLink = (
  services: Services,
  commander: Commander,
  linkId: string,
): Promise<Result<{ readonly ended: string }, RefusalReason>> =>
  runCommand(
    services,
    commander,
    { command: "share a report by a link", changesRights: false },
    async ({ transaction, row, at }) => {
      if (!(await endReportLink(transaction, row.id, linkId, at))) return refuse("no-such-link");
      return ok({ value: { ended: linkId }, act: "link.ended", subject: linkId });
    },
  );
