import { updateSeat } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";
import { hasFinished } from "../blind-read/describe-blind-read.ts";
import { type Commander, runCommand } from "../command/run-command.ts";
import type { Services } from "../services.ts";

/**
 * A blind specialist asks to see the first opinion. It cannot be unseen: their own read is
 * finished before, and it is a moment in the audit.
 */
export const reveal = (
  services: Services,
  commander: Commander,
): Promise<Result<{ revealed: true }, RefusalReason>> =>
  runCommand(
    services,
    commander,
    { command: "reveal", changesRights: true },
    async ({ transaction, facts, seat, at }) => {
      if (!hasFinished(facts, seat)) return refuse("read-not-finished");
      await updateSeat(transaction, seat.id, { revealedAt: at });
      return ok({ value: { revealed: true as const }, act: "seat.revealed", subject: seat.id });
    },
  );
