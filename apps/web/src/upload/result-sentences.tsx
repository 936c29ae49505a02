import { useTranslations } from "use-intl";
import type { Delivery, OneDelivery } from "./delivery-api.ts";
import { isReadInFull } from "./result-words.ts";

export interface ResultSentencesProps {
  /** The sentence on what it became. */
  readonly became: string;
  readonly delivery: Pick<Delivery, "records" | "notRead" | "notWhole" | "ignored">;
  readonly word: Pick<OneDelivery, "outcomes"> | undefined;
}

/** "Every file could be read" only where nothing of the files is left out. */
export function ResultSentences({ became, delivery, word }: ResultSentencesProps) {
  const t = useTranslations("delivery");
  const { records, notRead, notWhole, ignored } = delivery;
  const duplicates = word?.outcomes.filter(({ is }) => is === "duplicate").length ?? 0;
  const isSomethingNew = records.length > 0;
  return (
    <p>
      {became} {notRead > 0 && isSomethingNew && <b>{t("notRead", { count: notRead })}</b>}{" "}
      {notWhole.files > 0 && <b>{t("toKnow", { count: notWhole.files })}</b>}{" "}
      {notWhole.things > 0 && t("leftOut", { count: notWhole.things })}{" "}
      {duplicates > 0 && isSomethingNew && t("duplicates", { count: duplicates })}{" "}
      {ignored > 0 && t("ignored", { count: ignored })}{" "}
      {isSomethingNew && isReadInFull(delivery) && t(ignored > 0 ? "othersRead" : "allRead")}
    </p>
  );
}
