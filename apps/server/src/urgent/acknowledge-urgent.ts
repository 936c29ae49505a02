import { acknowledgeUrgentFinding, findUrgentFinding } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";
import { type Commander, runCommand } from "../command/run-command.ts";
import type { Services } from "../services.ts";

/** "I have it": from then on it is theirs. Whoever raised it hears so, and whoever was told that nobody had it. */
export async function acknowledgeUrgent(
  services: Services,
  commander: Commander,
  id: string,
): Promise<Result<{ acknowledged: string }, RefusalReason>> {
  const key = await services.keys.of(commander.caseId);
  const finding = await findUrgentFinding(services.open.database, key, id);
  const named = finding
    ? [finding.recipientSeatId, finding.secondSeatId].filter((seat) => seat !== null)
    : [];
  return runCommand(
    services,
    commander,
    { command: "acknowledge an urgent finding", changesRights: false, object: () => ({ named }) },
    async ({ transaction, seat, at, notify }) => {
      if (!finding) return refuse("no-such-finding");
      if (!(await acknowledgeUrgentFinding(transaction, id, at, seat.id))) return refuse("already-so");
      const others = [finding.seatId, ...named];
      await notify({ kind: "urgent-acknowledged", subject: id, seats: others });
      const minutes = Math.floor((at.getTime() - finding.raisedAt.getTime()) / 60_000);
      return ok({
        value: { acknowledged: id },
        act: "urgent.acknowledged",
        subject: id,
        body: { minutes },
      });
    },
  );
}
