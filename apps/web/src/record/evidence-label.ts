import { useFormatter, useTranslations } from "use-intl";
import type { RecordChoice } from "./choice-bar.tsx";
import type { FiledRecord } from "./record-places.ts";
import { dateWords } from "./record-words.ts";

/** Characters of a label; `evidenceOf` of workspace takes no longer ones. */
const longest = 200;

/** What the text shows of a link: the record, its date, the place: "CT Abdomen 3 Nov 2026, slice 142". A value says its own date. */
export function useEvidenceLabel(filed: FiledRecord, { anchor, quote }: RecordChoice): string {
  const t = useTranslations("paper.place");
  const format = useFormatter();
  const day = dateWords(format, filed.date, "day");
  const record = [filed.title, day].filter((part) => part !== "").join(" ");
  const label = () => {
    switch (anchor.kind) {
      case "observation":
        return quote;
      case "record-place":
        return `${record}, ${quote}`;
      case "page":
        return `${record}, ${t(filed.kind === "pictures" ? "pictures" : "document", { page: String(anchor.page) })}`;
      case "image":
      case "slide":
      case "waveform":
        return `${[filed.title, dateWords(format, filed.date)].filter((part) => part !== "").join(" ")}, ${quote}`;
      case "text":
      case "record-text":
        return record;
    }
  };
  return cut(label());
}

const cut = (label: string): string =>
  label.length > longest ? `${label.slice(0, longest - 1).toWellFormed()}…` : label;
