import { useTranslations } from "use-intl";
import { CountBar } from "./count-bar.tsx";
import type { Numbers } from "./numbers-query.ts";
import { NumbersTable } from "./numbers-table.tsx";
import { useAmount } from "./use-amount.ts";

/** What waits for whom right now, whatever period was chosen. */
export function WaitingSection({ waiting }: Pick<Numbers, "waiting">) {
  const t = useTranslations("numbers");
  const { days } = useAmount();
  const most = Math.max(0, ...waiting.map(({ count }) => count));
  return (
    <NumbersTable
      title={t("waiting.title")}
      none={t("waiting.none")}
      heads={[t("waiting.whom"), t("waiting.cases"), t("waiting.longest")]}
      rows={waiting.map((one) => ({
        key: one.for,
        name: t(`waiting.for.${one.for}`),
        drawn: <CountBar count={one.count} most={most} />,
        cells: [String(one.count), days(one.longest)],
      }))}
    />
  );
}

export function PausesSection({ pauses }: Pick<Numbers, "pauses">) {
  const t = useTranslations("numbers");
  const amount = useAmount();
  const most = Math.max(0, ...pauses.map(({ days }) => days));
  return (
    <NumbersTable
      title={t("pauses.title")}
      note={t("pauses.note")}
      none={t("pauses.none")}
      heads={[t("pauses.reason"), t("pauses.often"), t("pauses.days")]}
      rows={pauses.map(({ reason, count, days }) => ({
        key: reason,
        name: reason,
        drawn: <CountBar count={days} most={most} />,
        cells: [String(count), amount.days(days)],
      }))}
    />
  );
}
