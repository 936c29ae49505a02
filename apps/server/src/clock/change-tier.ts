import { dueInTier, isBeforeSigning, type Tier } from "@consilium/clinical";
import { clocksOfCases, updateCase, updateClock } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";
import { clockTimesOf, programmeOf } from "../case/move-clocks.ts";
import { type Commander, runCommand } from "../command/run-command.ts";
import type { Services } from "../services.ts";

/** How soon the opinion is due. Where its clock has begun, the deadline moves with it. */
export const changeTier = (
  services: Services,
  commander: Commander,
  tier: Tier,
): Promise<Result<{ tier: Tier }, RefusalReason>> =>
  runCommand(
    services,
    commander,
    { command: "lifecycle, clocks, requests, marking an item as revealing", changesRights: false },
    async (scope) => {
      const { transaction, row, facts } = scope;
      if (!isBeforeSigning(facts)) return refuse("not-now");
      if (row.tier === tier) return refuse("already-so");
      const clocks = await clockTimesOf(scope, await clocksOfCases(transaction, [row.id]));
      const opinion = clocks.find(({ kind }) => kind === "opinion");
      const { days } = await programmeOf(scope);
      const due = opinion && dueInTier(opinion, { from: row.tier, to: tier }, days);
      if (opinion && due) await updateClock(transaction, opinion.id, { dueAt: due });
      await updateCase(transaction, row.id, { tier });
      const body = { from: row.tier, to: tier, ...(due && { due: due.toISOString() }) };
      return ok({ value: { tier }, act: "case.tier-changed", subject: row.id, body });
    },
  );
