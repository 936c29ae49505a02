import type { WorkspaceServer } from "@consilium/workspace-server";
import type { ConferenceRooms } from "./conference/rooms/conference-rooms.ts";
import type { Admissions } from "./delivery/admissions.ts";
import { describeFailure } from "./describe-failure.ts";
import type { openBus } from "./processes/open-bus.ts";
import type { CaseChange } from "./services.ts";
import type { VersionReaders } from "./thread/version-readers.ts";

/** Whoever is to be told when something of a case is no longer as it was. */
export interface Told {
  readonly admissions: Pick<Admissions, "forget">;
  readonly conferences: Pick<ConferenceRooms, "changed" | "sessionEnded">;
  readonly workspace: WorkspaceServer;
  readonly versionReaders: Pick<VersionReaders, "commanded">;
}

export interface Telling {
  /** A session ended, here or at another server: open documents are told apart. */
  readonly endSession: (session: string) => void;
  /** Never throws: what was committed is done, whether or not everybody could be told. */
  readonly changed: (change: CaseChange) => Promise<void>;
  readonly told: () => Told;
}

/** `told`: they are opened after whoever tells them. */
export const createTelling = (told: () => Told, failed: (cause: unknown) => void): Telling => ({
  endSession: (session) => {
    told().admissions.forget();
    void told().conferences.sessionEnded(session).catch(failed);
  },
  changed: async (change) => {
    const { admissions, conferences, workspace, versionReaders } = told();
    admissions.forget();
    versionReaders.commanded(change.caseId);
    // The log is looked at again within seconds (SY-33).
    await tellChanged(workspace, change).catch(failed);
    if (change.rights) await conferences.changed(change.caseId).catch(failed);
  },
  told,
});

/** What another server says is done here too. */
export const hearOthers = (telling: Telling, log: (line: string) => void): Parameters<typeof openBus>[3] => ({
  heard: (word, from) => {
    if (word.kind === "session-ended") telling.endSession(word.session);
    return word.kind === "changed" ? void telling.changed(word) : telling.told().workspace.hear(word, from);
  },
  connected: () => telling.told().workspace.busCameBack(),
  failed: (cause) => log(`between servers: ${describeFailure(cause)}`),
});

/** SY-20: whoever lost a right is cut off within a second; whoever looks at the case fetches it again. */
async function tellChanged(
  workspace: WorkspaceServer,
  { caseId, rights, documents }: CaseChange,
): Promise<void> {
  if (rights) await workspace.lookAgain(caseId);
  await workspace.tellChanged(caseId, { documents: [...(documents ?? [])], seats: rights, case: true });
}
