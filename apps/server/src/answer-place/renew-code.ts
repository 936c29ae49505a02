import { answerPlaceOfRequest, renewPlaceCode } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";
import { type Commander, runCommand } from "../command/run-command.ts";
import type { Services } from "../services.ts";
import { newCode } from "./make-place.ts";
import { whyClosed } from "./place-standing.ts";

/** The code was lost, or wrong ones locked the place: another one opens it, and the old one no more. */
export async function renewCode(
  services: Services,
  commander: Commander,
  request: string,
): Promise<Result<{ readonly code: string }, RefusalReason>> {
  const { code, hash } = await newCode();
  return runCommand(
    services,
    commander,
    { command: "request a record", changesRights: false },
    async ({ transaction, row, at }) => {
      const place = await answerPlaceOfRequest(transaction, request);
      if (place?.caseId !== row.id) return refuse("no-such-request");
      const closed = whyClosed(place, row, at);
      if (closed && closed !== "place-locked") return refuse("not-now");
      await renewPlaceCode(transaction, request, hash);
      return ok({ value: { code }, act: "place.code-renewed", subject: request });
    },
  );
}
