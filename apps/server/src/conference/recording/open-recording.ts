import { spawnSync } from "node:child_process";
import type { RoomSettings } from "@consilium/conference-server";
import type { ConferenceRow } from "@consilium/database";
import type { Services } from "../../services.ts";
import { keepRecording } from "./keep-recording.ts";
import type { RecordingSettings } from "./read-recording-settings.ts";

/** How the parts of a conference are kept. */
export type Recording = (conference: ConferenceRow) => NonNullable<RoomSettings["keepRecording"]>;

/** Undefined: nothing is recorded here, because nobody turned it on, or because there is no ffmpeg, which the operator is told. */
export function openRecording(
  services: Services,
  settings: RecordingSettings | undefined,
  failed: (cause: unknown) => void,
): Recording | undefined {
  if (!settings) return undefined;
  if (spawnSync("ffmpeg", ["-version"], { stdio: "ignore" }).status !== 0) {
    failed(
      new Error(
        "Conferences are not recorded: ffmpeg is not installed, and CONSILIUM_RECORDING_DAYS asks for it.",
      ),
    );
    return undefined;
  }
  return (conference) => (part, bytes) => keepRecording(services, conference, settings, part, bytes);
}
