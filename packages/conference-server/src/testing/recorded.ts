import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RunningRecording } from "../media.ts";

export const hasFfmpeg = spawnSync("ffprobe", ["-version"]).status === 0;

/** So many bytes of it at least, and what comes until the file is whole: a loaded machine takes its time. */
export async function recorded(recording: RunningRecording, least: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  let stopped: Promise<void> | undefined;
  for await (const piece of recording.bytes) {
    pieces.push(piece);
    size += piece.length;
    if (size >= least) stopped ??= recording.stop();
  }
  await stopped;
  return Buffer.concat(pieces);
}

interface Probed {
  readonly streams: readonly {
    readonly codec_name: string;
    readonly start_time: string;
    readonly nb_read_frames: string;
  }[];
}

/** What ffprobe reads of a file. Throws where it finds anything amiss. */
export async function probe(file: Uint8Array): Promise<Probed> {
  const folder = await mkdtemp(join(tmpdir(), "consilium-recording-"));
  try {
    const path = join(folder, "part.webm");
    await writeFile(path, file);
    const shown = ["-show_entries", "stream=codec_name,start_time,nb_read_frames", "-of", "json"];
    const { stdout, stderr } = spawnSync("ffprobe", ["-v", "error", "-count_frames", ...shown, path], {
      encoding: "utf8",
    });
    if (stderr !== "") throw new Error(stderr);
    const probed: Probed = JSON.parse(stdout);
    return probed;
  } finally {
    await rm(folder, { recursive: true });
  }
}
