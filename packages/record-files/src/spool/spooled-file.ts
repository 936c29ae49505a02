import { type FileHandle, open, rm } from "node:fs/promises";
import { errorCode, readWhole, writeAll } from "../disk/whole-file.ts";
import {
  createHead,
  createRecordCipher,
  headBytes,
  readRecordHead,
  recordBytes,
  type RecordCipher,
  recordHeadBytes,
  recordOverhead,
  sizeIn,
} from "./record-format.ts";
import { SpoolDamage, SpoolRefusal } from "./spool-refusal.ts";

/** What a client says of its file: names are not for the disk. */
export interface Description {
  readonly metadata: Readonly<Record<string, string | null>> | null;
  /** ISO 8601. */
  readonly createdAt: string;
}

/** What stands before the content of an upload, the same as long as it is there. */
export interface SpooledHead {
  /** Plain bytes of the whole upload, as they were announced. */
  readonly size: number;
  readonly description: Description;
  /** Where the content's first record begins. */
  readonly contentAt: number;
}

/** An upload's file, open. */
export interface SpooledFile extends SpooledHead {
  readonly id: string;
  readonly handle: FileHandle;
  readonly cipher: RecordCipher;
}

const descriptionPlace = { is: "description", begins: true, offset: 0 } as const;

interface NewUpload {
  readonly id: string;
  readonly key: Buffer;
  readonly size: number;
  readonly description: Description;
}

/**
 * On the disk with its description when this returns, the folder's entry aside; gives where its content begins. What a creation left
 * that was cut short gives way; where this rejects, no file was made.
 */
export async function createSpooledFile(path: string, upload: NewUpload): Promise<number> {
  try {
    return await createFresh(path, upload);
  } catch (error) {
    const isThere = error instanceof SpoolRefusal && error.reason === "already-there";
    if (!isThere || !(await isCutShort(path, upload))) throw error;
    await rm(path, { force: true });
    return createFresh(path, upload);
  }
}

/** Whether not even the description of the file that lies there came to the disk: nobody was told that it is there. */
async function isCutShort(path: string, { id, key }: NewUpload): Promise<boolean> {
  const handle = await open(path, "r");
  try {
    await readDescription(handle, id, key);
    return false;
  } catch (error) {
    if (error instanceof SpoolDamage) return false;
    if (error instanceof SpoolRefusal) return true;
    throw error;
  } finally {
    await handle.close();
  }
}

async function createFresh(path: string, { id, key, size, description }: NewUpload): Promise<number> {
  const plain = Buffer.from(JSON.stringify(description));
  if (plain.length > recordBytes) throw new SpoolRefusal("description-too-large");
  const head = createHead(size);
  const sealed = [head, ...createRecordCipher(key, id, head).seal(descriptionPlace, plain)];
  const handle = await open(path, "wx", 0o600).catch((cause: unknown) => {
    throw errorCode(cause) === "EEXIST" ? new SpoolRefusal("already-there", { cause }) : cause;
  });
  try {
    await writeAll(handle, sealed, 0);
    await handle.sync();
    return head.length + recordOverhead + plain.length;
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

interface OpeningOf {
  readonly id: string;
  readonly key: Buffer;
  readonly flags: "r" | "r+";
  /** As it was read or written before, under this key: it is not read again. */
  readonly known: SpooledHead | undefined;
}

/**
 * Whoever gets it closes its handle. Throws `SpoolRefusal` where there is no such upload or its creation was cut short, `SpoolDamage`
 * under another key: before anything of it is taken for torn.
 */
export async function openSpooledFile(
  path: string,
  { id, key, flags, known }: OpeningOf,
): Promise<SpooledFile> {
  const handle = await open(path, flags).catch((cause: unknown) => {
    throw errorCode(cause) === "ENOENT" ? new SpoolRefusal("not-found", { cause }) : cause;
  });
  if (known) return { id, handle, ...known, cipher: createRecordCipher(key, id, createHead(known.size)) };
  try {
    return { id, handle, ...(await readDescription(handle, id, key)) };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function readDescription(
  handle: FileHandle,
  id: string,
  key: Buffer,
): Promise<Omit<SpooledFile, "id" | "handle">> {
  const head = await readWhole(handle, 0, headBytes);
  const size = sizeIn(head);
  const length = readRecordHead(await readWhole(handle, headBytes, recordHeadBytes))?.length;
  if (size === undefined || length === undefined) throw new SpoolRefusal("not-found");
  const record = await readWhole(handle, headBytes, recordOverhead + length);
  if (record.length < recordOverhead + length) throw new SpoolRefusal("not-found");
  const cipher = createRecordCipher(key, id, head);
  // Whoever could have sealed something else here holds the upload's key.
  const description: Description = JSON.parse(cipher.open(descriptionPlace, record).toString());
  return { cipher, size, description, contentAt: headBytes + record.length };
}
