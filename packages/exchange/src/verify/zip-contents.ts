import type { Readable } from "node:stream";
import { type Entry, open, type ZipFile } from "yauzl";
import type { Contents } from "./contents.ts";

/** Names are judged by whoever asks: yauzl would refuse the whole archive for one bad name. */
const options = { autoClose: false, lazyEntries: true, decodeStrings: false, validateEntrySizes: true };

const opened = (path: string): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    open(path, options, (error, file) => (error === null ? resolve(file) : reject(error)));
  });

function entriesOf(file: ZipFile): Promise<readonly Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    file.on("entry", (entry: Entry) => {
      entries.push(entry);
      file.readEntry();
    });
    file.once("end", () => resolve(entries));
    file.once("error", reject);
    file.readEntry();
  });
}

function nameOf(entry: Entry): string {
  const bytes: unknown = entry.fileName;
  return bytes instanceof Uint8Array ? new TextDecoder().decode(bytes) : String(bytes);
}

/** Two files of one name are one that is odd: which of them is unpacked depends on who unpacks. */
export async function zipContents(path: string): Promise<Contents> {
  const file = await opened(path);
  const found = new Map<string, Entry>();
  const odd: string[] = [];
  for (const entry of await entriesOf(file)) {
    const name = nameOf(entry);
    if (name.endsWith("/")) continue;
    const kind = (entry.externalFileAttributes >>> 16) & 0o170000;
    if ((kind !== 0 && kind !== 0o100000) || found.has(name)) odd.push(name);
    else found.set(name, entry);
  }
  return {
    names: [...found.keys()].toSorted(),
    odd,
    read: async function* (name) {
      const entry = found.get(name);
      if (entry) yield* await streamOf(file, entry);
    },
    close: () => {
      file.close();
      return Promise.resolve();
    },
  };
}

const streamOf = (file: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise((resolve, reject) => {
    file.openReadStream(entry, (error, stream) => (error === null ? resolve(stream) : reject(error)));
  });
