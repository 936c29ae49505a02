import { useTranslations } from "use-intl";
import type { Numbers } from "./numbers-query.ts";
import { NumbersTable } from "./numbers-table.tsx";
import { SpreadBar } from "./spread-bar.tsx";
import { useAmount } from "./use-amount.ts";

/** How long each step took, and what has not ended. */
export function StepsSection({ steps }: Pick<Numbers, "steps">) {
  const t = useTranslations("numbers");
  const { tenths, days: daysWords, part } = useAmount();
  const most = Math.max(0, ...steps.map(({ days }) => days?.upper ?? 0));
  const seen = steps.filter(({ done, open }) => done + open > 0);
  const openWords = ({ open, openLate, longestOpen }: Numbers["steps"][number]) =>
    open === 0 ? t("none") : t("openNow", { open, late: openLate, longest: daysWords(longestOpen ?? 0) });
  return (
    <NumbersTable
      title={t("steps.title")}
      note={t("steps.note")}
      none={t("nothing")}
      heads={[
        t("steps.step"),
        t("steps.median"),
        t("steps.quartiles"),
        t("steps.done"),
        t("steps.late"),
        t("steps.open"),
      ]}
      rows={seen.map((one) => ({
        key: one.step,
        name: t(`step.${one.step}`),
        drawn: one.days && <SpreadBar spread={one.days} most={most} />,
        cells: [
          one.days ? daysWords(one.days.median) : t("tooFew"),
          one.days ? t("range", { lower: tenths(one.days.lower), upper: tenths(one.days.upper) }) : "",
          String(one.done),
          one.step === "whole" ? "" : part(one.late),
          openWords(one),
        ],
      }))}
    />
  );
}
