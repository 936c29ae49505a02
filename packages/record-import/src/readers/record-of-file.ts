import type { ClinicalRecord } from "@consilium/clinical";
import { titleOf } from "../file-name.ts";
import type { Desk, FileInHand } from "./reader.ts";

/** What a record has that says nothing of itself but its file's name. */
export const headingOf = (
  { name, path }: FileInHand,
  { createId }: Desk,
): Omit<ClinicalRecord, "kind" | "content"> => ({
  id: createId(),
  title: titleOf(name),
  date: null,
  source: path,
  author: null,
  language: null,
  code: null,
  revealsFirstOpinion: false,
});
