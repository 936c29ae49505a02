import { useTranslations } from "use-intl";
import { Choice } from "./choice.tsx";
import type { Scrubber } from "./history-api.ts";
import type { HistorySearch } from "./history-search.ts";

export interface BeforeChoiceProps {
  readonly moments: Scrubber;
  readonly from: number;
  readonly to: number;
  readonly show: (change: HistorySearch) => void;
}

/** What this moment is compared with: the beginning, or a named version or share before it. */
export function BeforeChoice({ moments, from, to, show }: BeforeChoiceProps) {
  const t = useTranslations("history");
  const { first, flags } = moments;
  const named = new Map([
    [first, t("beginning")],
    ...flags
      .filter(({ sequence }) => sequence < to)
      .map(
        ({ kind, name, sequence }) =>
          [sequence, kind === "version" ? name : t("flagShare", { audience: name })] as const,
      ),
  ]);
  const others = named.has(from) ? [] : [{ value: String(from), name: t("changeBefore") }];
  return (
    <label className="history-compare">
      {t("comparedWith")}
      <Choice
        label={t("comparedWith")}
        value={String(from)}
        options={[...others, ...[...named].map(([sequence, name]) => ({ value: String(sequence), name }))]}
        onChange={(value) => show({ from: Number(value), to })}
      />
    </label>
  );
}
