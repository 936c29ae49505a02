import type { Hearing } from "@consilium/clinical";
import { caseDetailsOf, updateDetails } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";
import { type Commander, runCommand } from "../command/run-command.ts";
import type { Services } from "../services.ts";

/** Says differently how the patient hears the result, until the opinion is signed. Words that stood beside the old way go with it. */
export const changeHearing = (
  services: Services,
  commander: Commander,
  hearing: Hearing,
): Promise<Result<{ readonly hearing: Hearing }, RefusalReason>> =>
  runCommand(
    services,
    commander,
    { command: "change how the patient hears the result", changesRights: false },
    async ({ transaction, key, row }) => {
      const { intake = {} } = caseDetailsOf(key, row);
      if (intake.hearing === hearing) return refuse("already-so");
      await updateDetails(transaction, key, row, { hearing: null, intake: { ...intake, hearing } });
      // That it was changed, never to what.
      return ok({ value: { hearing }, act: "intake.hearing-changed", subject: row.id });
    },
  );
