import type { ChosenFile } from "./chosen-file.ts";

/** What a drop held. */
export interface Walked {
  readonly files: readonly ChosenFile[];
  /** Paths of folders with nothing in them. */
  readonly emptyFolders: readonly string[];
  /** Paths that this device did not let be read. */
  readonly unreadable: readonly string[];
}

/**
 * The entries of a drop, which must be asked for within the event: afterwards the list is empty. Where the browser knows no
 * entries, the plain files.
 */
export function entriesOf(data: Pick<DataTransfer, "items" | "files">): readonly (FileSystemEntry | File)[] {
  const items = [...data.items].filter(({ kind }) => kind === "file");
  const entries = items.map((item) => item.webkitGetAsEntry() ?? item.getAsFile());
  return items.length > 0 ? entries.filter((entry) => entry !== null) : [...data.files];
}

/** All files below the entries, folder by folder, in the order of their paths. */
export async function walkDrop(entries: readonly (FileSystemEntry | File)[]): Promise<Walked> {
  const found = { files: [] as ChosenFile[], emptyFolders: [] as string[], unreadable: [] as string[] };
  const ahead = [...entries];
  for (let entry = ahead.pop(); entry !== undefined; entry = ahead.pop()) {
    if (entry instanceof File) {
      found.files.push({ path: entry.name, file: entry });
      continue;
    }
    const path = entry.fullPath.replace(/^\//, "");
    try {
      if (isFolder(entry)) {
        const members = await readFolder(entry);
        if (members.length === 0) found.emptyFolders.push(path);
        ahead.push(...members);
      } else if (isFile(entry)) found.files.push({ path, file: await readFile(entry) });
    } catch {
      found.unreadable.push(path);
    }
  }
  return { ...found, files: found.files.toSorted((one, other) => compare(one.path, other.path)) };
}

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

const readFile = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });

/** `readEntries` hands out a hundred at a time, and nothing once all were. */
async function readFolder(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const members: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) return members;
    members.push(...some);
  }
}
