import type { RecordedPart } from "@consilium/conference-server";
import { type ConferenceRow, insertRecording, recordAct } from "@consilium/database";
import type { Services } from "../../services.ts";
import type { RecordingSettings } from "./read-recording-settings.ts";

const day = 24 * 3_600_000;

/** Seals a part as it comes: no word or picture of it is ever on a disk in clear. Of one that broke off nothing stays. */
export async function keepRecording(
  services: Pick<Services, "open" | "keys" | "caseFiles" | "createId" | "now" | "changed">,
  { id: conferenceId, organisationId, caseId }: ConferenceRow,
  { days }: RecordingSettings,
  { seat: seatId, kind, from }: RecordedPart,
  bytes: AsyncIterable<Uint8Array>,
): Promise<void> {
  const { open, keys, caseFiles, createId, now } = services;
  const id = createId();
  const key = await keys.of(caseId);
  const file = await caseFiles.put(key, id, bytes);
  if (file.bytes === 0) return caseFiles.remove([id]);
  const toAt = now();
  await open.database.transaction(async (transaction) => {
    await insertRecording(transaction, {
      id,
      organisationId,
      caseId,
      conferenceId,
      seatId,
      kind,
      fromAt: new Date(from),
      toAt,
      bytes: file.bytes,
      eraseAt: new Date(toAt.getTime() + days * day),
    });
    await recordAct(transaction, {
      organisationId,
      caseId,
      personId: null,
      seatId,
      act: "conference.recording-kept",
      subject: conferenceId,
      body: { recording: id, bytes: file.bytes, sha256: file.sha256 },
    });
  });
  await services.changed({ caseId, rights: false });
}
