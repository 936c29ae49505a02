import { open, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { isUlid } from "@consilium/foundation";
import { errorCode, readWhole } from "../disk/whole-file.ts";
import { headBytes, sizeIn } from "./record-format.ts";
import { SpoolRefusal } from "./spool-refusal.ts";

/** Where an upload lies. An id that is no ULID is of no upload: nothing else becomes a path. */
export function uploadPath(folder: string, id: string): string {
  if (!isUlid(id)) throw new SpoolRefusal("not-found");
  return join(folder, id);
}

export const uploadIds = async (folder: string): Promise<string[]> => (await readdir(folder)).filter(isUlid);

/** Plain bytes it will have; 0 where its creation was cut short; `undefined` where it is gone. Needs no key. */
export async function announcedSize(folder: string, id: string): Promise<number | undefined> {
  const handle = await orAbsent(open(uploadPath(folder, id), "r"));
  if (!handle) return undefined;
  try {
    return sizeIn(await readWhole(handle, 0, headBytes)) ?? 0;
  } finally {
    await handle.close();
  }
}

/** When its last byte was written; `undefined` where it is gone. */
export const writtenAt = async (folder: string, id: string): Promise<Date | undefined> =>
  (await orAbsent(stat(uploadPath(folder, id))))?.mtime;

/** Whether there was one. What still reads it reads on. */
export async function removeUpload(folder: string, id: string): Promise<boolean> {
  const removed = await orAbsent(rm(uploadPath(folder, id)).then(() => true));
  return removed ?? false;
}

async function orAbsent<T>(act: Promise<T>): Promise<T | undefined> {
  try {
    return await act;
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}
