import { type ClinicalRecord, type Picture, recordSchema } from "@consilium/clinical";
import { compareNames, folderOf, nameOf, titleOf } from "./file-name.ts";
import type { Part } from "./file-reading.ts";

export interface PartOfFile {
  readonly path: string;
  readonly part: Part;
}

/** A record and the files it was made of. */
export interface Gathered {
  readonly record: ClinicalRecord;
  readonly paths: readonly string[];
}

/** What only together makes records, in the order in which its files were come upon. */
export const gather = (parts: readonly PartOfFile[], createId: () => string): readonly Gathered[] =>
  pictureRecords(parts, createId);

/** Photographs that lie in one folder are the pages of one thing, in the order of their names. */
function pictureRecords(parts: readonly PartOfFile[], createId: () => string): readonly Gathered[] {
  const pictures = parts.flatMap(({ path, part }) => (part.kind === "pictures" ? [{ path, part }] : []));
  const folders = Map.groupBy(pictures, ({ path }) => folderOf(path));
  return Array.from(folders, ([folder, files]) => {
    const inOrder = files.toSorted((left, right) => compareNames(nameOf(left.path), nameOf(right.path)));
    const [first] = inOrder;
    const name = inOrder.length === 1 && first !== undefined ? nameOf(first.path) : nameOf(folder);
    return {
      record: pictureRecord(
        createId(),
        { title: name === "" ? "Photographs" : titleOf(name), source: folder },
        inOrder.flatMap(({ part }) => part.pictures),
      ),
      paths: inOrder.map(({ path }) => path),
    };
  });
}

const pictureRecord = (
  id: string,
  from: { readonly title: string; readonly source: string },
  pictures: readonly Picture[],
): ClinicalRecord =>
  recordSchema.parse({
    id,
    ...from,
    date: null,
    author: null,
    language: null,
    code: null,
    revealsFirstOpinion: false,
    kind: "pictures",
    content: { pictures },
  });
