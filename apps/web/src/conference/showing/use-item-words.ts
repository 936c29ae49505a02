import { parseDocumentName } from "@consilium/clinical";
import { useFormatter, useTranslations } from "use-intl";
import { dateWords } from "../../record/record-words.ts";
import { useStageRecord } from "./use-stage-record.ts";

/** What is on the stage, in words: "CT abdomen, 3 Nov". */
export function useItemWords(item: string | undefined): string {
  const t = useTranslations("conferences.stage");
  const format = useFormatter();
  const isDocument = item !== undefined && parseDocumentName(item) !== undefined;
  const found = useStageRecord(isDocument ? undefined : item);
  if (isDocument) return t("theOpinion");
  if (found.is !== "here") return t("aRecord");
  const { title, date } = found.record;
  return [title, dateWords(format, date, "day")].filter((part) => part !== "").join(", ");
}
