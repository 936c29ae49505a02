import { eraseRecordingsOf, noteRecordingErased, recordAct, recordingsToErase } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { RefusalReason } from "../../api/refusal.ts";
import { type Commander, type Done, runCommand } from "../../command/run-command.ts";
import type { Services } from "../../services.ts";
import { conferenceOf } from "../change-conference.ts";

/** The patient's side, or who coordinates, does not want it to be kept: nobody plays it from now on. */
export const eraseRecording = (services: Services, commander: Commander, conferenceId: string) =>
  runCommand(
    services,
    commander,
    { command: "erase a recording", changesRights: false },
    async (scope): Promise<Result<Done<{ erased: number }>, RefusalReason>> => {
      const found = await conferenceOf(scope, conferenceId);
      if (!found.ok) return found;
      const erased = await eraseRecordingsOf(scope.transaction, conferenceId, scope.at);
      if (erased.length === 0) return refuse("already-so");
      return ok({
        value: { erased: erased.length },
        act: "conference.recording-erased",
        subject: conferenceId,
        body: { recordings: erased },
      });
    },
  );

/** Bytes go before the row says so: whoever begins again after a fault finds what is left. */
export async function removeErasedRecordings(
  services: Pick<Services, "open" | "now" | "caseFiles">,
): Promise<void> {
  const { database } = services.open;
  const at = services.now();
  for (const { id, organisationId, caseId, conferenceId: subject } of await recordingsToErase(database, at)) {
    await services.caseFiles.remove([id]);
    await database.transaction(async (transaction) => {
      await noteRecordingErased(transaction, id, at);
      const of = { organisationId, caseId, personId: null, seatId: null, subject };
      await recordAct(transaction, { ...of, act: "conference.recording-gone", body: { recording: id } });
    });
  }
}
