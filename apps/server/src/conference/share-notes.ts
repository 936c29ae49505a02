import { changeConference } from "@consilium/database";
import { ok, refuse, type Result } from "@consilium/foundation";
import type { RefusalReason } from "../api/refusal.ts";
import { type Commander, type Done, runCommand } from "../command/run-command.ts";
import type { Services } from "../services.ts";
import { conferenceOf } from "./change-conference.ts";

/** Whether the patient's side reads agenda, notes and decisions also when nobody meets. */
export const shareNotes = (services: Services, commander: Commander, id: string, isShared: boolean) =>
  runCommand(
    services,
    commander,
    { command: "share a conference's notes", changesRights: true },
    async (scope): Promise<Result<Done<{ shared: boolean }>, RefusalReason>> => {
      const found = await conferenceOf(scope, id);
      if (!found.ok) return found;
      if (isShared && found.value.state === "cancelled") return refuse("not-now");
      if ((found.value.notesSharedAt !== null) === isShared) return refuse("already-so");
      await changeConference(scope.transaction, id, { notesSharedAt: isShared ? scope.at : null });
      const act = isShared ? "conference.notes-shared" : "conference.notes-unshared";
      return ok({ value: { shared: isShared }, act, subject: id });
    },
  );
