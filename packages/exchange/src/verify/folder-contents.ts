import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { Contents } from "./contents.ts";

/** Links are not followed: what they lead to is no part of the export. */
export async function folderContents(folder: string): Promise<Contents> {
  const names: string[] = [];
  const odd: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) continue;
    const name = relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/");
    (entry.isFile() ? names : odd).push(name);
  }
  return {
    names: names.toSorted(),
    odd: odd.toSorted(),
    read: (name) => createReadStream(join(folder, ...name.split("/"))),
    close: () => Promise.resolve(),
  };
}
