import { useFormatter } from "use-intl";
import type { RecordChoice } from "./choice-bar.tsx";
import type { FiledRecord } from "./record-places.ts";
import { dateWords } from "./record-words.ts";

/** Characters of a label; `evidenceOf` of workspace takes no longer ones. */
const longest = 200;

/** What the text shows of a link: the record, its date, the place: "CT Abdomen 3 Nov 2026, slice 142". A value says its own date. */
export function useEvidenceLabel({ title, date }: FiledRecord, { anchor, quote }: RecordChoice): string {
  const format = useFormatter();
  const day = dateWords(format, date, "day");
  const label =
    anchor.kind === "observation"
      ? quote
      : anchor.kind === "image"
        ? `${[title, dateWords(format, date)].filter((part) => part !== "").join(" ")}, ${quote}`
        : anchor.kind === "record-place"
          ? `${[title, day].filter((part) => part !== "").join(" ")}, ${quote}`
          : [title, day].filter((part) => part !== "").join(" ");
  return label.length > longest ? `${label.slice(0, longest - 1).toWellFormed()}…` : label;
}
