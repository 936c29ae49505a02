import { type FileHandle, open } from "node:fs/promises";

/** What is written to: a `FileHandle`. */
export interface Written {
  readonly write: (
    bytes: Uint8Array,
    at: number,
    length: number,
    position: number,
  ) => Promise<{ readonly bytesWritten: number }>;
  readonly writev: (
    pieces: readonly Uint8Array[],
    position: number,
  ) => Promise<{ readonly bytesWritten: number }>;
}

/** All of it: the system may write less than it was given. */
export async function writeWhole(
  file: Pick<Written, "write">,
  bytes: Uint8Array,
  position: number,
): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, at, bytes.length - at, position + at);
    at += bytesWritten;
  }
}

/** All of these, one behind the other. */
export async function writeAll(
  file: Written,
  pieces: readonly Uint8Array[],
  position: number,
): Promise<void> {
  if (pieces.length === 0) return;
  const { bytesWritten } = await file.writev(pieces, position);
  let before = 0;
  for (const piece of pieces) {
    const done = Math.min(piece.length, Math.max(0, bytesWritten - before));
    await writeWhole(file, piece.subarray(done), position + before + done);
    before += piece.length;
  }
}

/** As many bytes as there are, up to `length`. `into`: memory of at least that length, in which they then lie. */
export async function readWhole(
  file: FileHandle,
  position: number,
  length: number,
  into?: Buffer,
): Promise<Buffer> {
  const bytes = into ?? Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(bytes, filled, length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}

/** Without this a file that was written and synced may have no name after a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** `ENOENT`, `EEXIST`: what the operating system calls an error. */
export const errorCode = (error: unknown): unknown =>
  error instanceof Error && "code" in error ? error.code : undefined;
