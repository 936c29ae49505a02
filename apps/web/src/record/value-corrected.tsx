import type { Anchor } from "@consilium/workspace";
import { useFormatter, useTranslations } from "use-intl";
import type { OpenRecord } from "./record-places.ts";
import { changeWords, valueChange } from "./value-change.ts";

export interface ValueCorrectedProps {
  readonly record: OpenRecord;
  /** As the link or the thread names its place. */
  readonly anchor: Anchor | undefined;
}

/** What a value was when it was relied on or spoken about, where a newer version says another one. Nothing where it does not. */
export function ValueCorrected({ record, anchor }: ValueCorrectedProps) {
  const t = useTranslations("record");
  const format = useFormatter();
  const change = valueChange(record, anchor);
  if (!change) return null;
  return <p className="value-corrected">{t("valueCorrected", { change: changeWords(t, format, change) })}</p>;
}
