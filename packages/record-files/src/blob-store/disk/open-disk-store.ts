import { link, mkdir, open, readdir, rm, stat, unlink } from "node:fs/promises";
import { join } from "node:path";
import { type Clock, createUlid, ok, refuse, secureRandom } from "@consilium/foundation";
import { MadeFolders } from "../../disk/made-folders.ts";
import { SyncedFolder } from "../../disk/synced-folder.ts";
import { errorCode, readWhole, syncFolder, writeAll } from "../../disk/whole-file.ts";
import { BlobAbsent, type BlobStore, checkBlobId, checkBlobRange } from "../blob-store.ts";
import { probeByRoundTrip } from "../round-trip.ts";
import { untilAborted } from "../until-aborted.ts";

interface DiskStoreOptions {
  /** Made where it is not there, closed to other accounts. Everything in it is the store's. */
  readonly folder: string;
  readonly clock: Clock;
}

const readBytes = 2 ** 18;
/** Held until there are so many, and written together: of most files that is all. */
const writeBytes = 2 ** 20;
const privateFolder = { recursive: true, mode: 0o700 } as const;

/** Sealed files in folders named after the last two letters of their ids, which are chance: the first two are the year. */
export async function openDiskStore({ folder, clock }: DiskStoreOptions): Promise<BlobStore> {
  const arriving = join(folder, "arriving");
  await mkdir(arriving, privateFolder);
  const folderOf = (id: string): string => {
    checkBlobId(id);
    return join(folder, id.slice(-2));
  };
  const pathOf = (id: string): string => join(folderOf(id), id);
  const folders = new MadeFolders(new SyncedFolder(folder));
  const newId = () => createUlid(clock().getTime(), secureRandom);

  const store: Omit<BlobStore, "probe"> = {
    put: async (id, source, signal) => {
      const target = pathOf(id);
      const draft = join(arriving, newId());
      try {
        const bytes = await writeDraft(draft, untilAborted(source, signal));
        signal?.throwIfAborted();
        return (await giveName(folders, draft, folderOf(id), target)) ? ok(bytes) : refuse("exists");
      } finally {
        await unlink(draft).catch(unlessAbsent);
      }
    },
    get: (id, from, length) => {
      checkBlobRange(from, length);
      return readFrom(id, pathOf(id), from, length);
    },
    size: async (id) => (await presence(pathOf(id)))?.size,
    delete: async (id) => {
      const target = pathOf(id);
      if (!(await presence(target))) return;
      await rm(target, { force: true });
      await syncFolder(folderOf(id));
    },
    sweep: (before) => sweep(arriving, before),
  };
  return { ...store, probe: () => probeByRoundTrip(store, newId()) };
}

async function writeDraft(path: string, source: AsyncIterable<Uint8Array>): Promise<number> {
  const file = await open(path, "wx", 0o600);
  try {
    let written = 0;
    let held: Uint8Array[] = [];
    let bytes = 0;
    for await (const chunk of source) {
      held.push(chunk);
      bytes += chunk.length;
      if (bytes - written < writeBytes) continue;
      await writeAll(file, held, written);
      written = bytes;
      held = [];
    }
    await writeAll(file, held, written);
    await file.sync();
    return bytes;
  } finally {
    await file.close();
  }
}

/** By a link, which fails where the name is taken; a rename would put the new file in the old one's place. */
async function giveName(folders: MadeFolders, draft: string, folder: string, path: string): Promise<boolean> {
  await folders.have(folder);
  try {
    await link(draft, path);
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    throw error;
  }
  await syncFolder(folder);
  return true;
}

function unlessAbsent(error: unknown): void {
  if (errorCode(error) !== "ENOENT") throw error;
}

async function* readFrom(
  id: string,
  path: string,
  from: number,
  length: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  const file = await open(path, "r").catch((cause: unknown) => {
    throw errorCode(cause) === "ENOENT" ? new BlobAbsent(id, { cause }) : cause;
  });
  try {
    for (let at = from; at < from + length; at += readBytes) {
      const wanted = Math.min(readBytes, from + length - at);
      const bytes = await readWhole(file, at, wanted);
      if (bytes.length > 0) yield bytes;
      if (bytes.length < wanted) return;
    }
  } finally {
    await file.close();
  }
}

const presence = (path: string) =>
  stat(path).catch((error: unknown) => {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  });

async function sweep(arriving: string, before: Date): Promise<number> {
  let count = 0;
  for (const name of await readdir(arriving)) {
    const path = join(arriving, name);
    const found = await presence(path);
    if (!found || found.mtime >= before) continue;
    await rm(path, { force: true });
    count += 1;
  }
  return count;
}
