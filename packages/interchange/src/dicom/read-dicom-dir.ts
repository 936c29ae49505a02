import { openStored } from "./open-file.ts";

const directoryRecords = 0x00041220;
const fileId = 0x00041500;

const isName = (part: string): boolean => /^[\w .-]+$/.test(part) && !/^\.+$/.test(part);

/**
 * The paths that a DICOMDIR lists, in its order, parted by "/". A hint only: media are copied without some of their
 * files, and what a file belongs to is what the file itself says. Nothing where it cannot be read.
 */
export function readDicomDir(file: Uint8Array): readonly string[] {
  return (openStored(file)?.items(directoryRecords) ?? [])
    .map((record) => record.texts(fileId))
    .filter((parts) => parts.length > 0 && parts.every(isName))
    .map((parts) => parts.join("/"));
}
