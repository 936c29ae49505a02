import { useTranslations } from "use-intl";
import { CountBar } from "./count-bar.tsx";
import { Facts } from "./facts.tsx";
import type { Numbers } from "./numbers-query.ts";
import { NumbersTable } from "./numbers-table.tsx";
import { useAmount } from "./use-amount.ts";

const answers = ["feasible", "not-available", "done", "not-said"] as const;

/** What became of the reports that were signed in the period. */
export function ReportsSection({ reports }: Pick<Numbers, "reports">) {
  const t = useTranslations("numbers.reports");
  const few = useTranslations("numbers");
  const { days, part } = useAmount();
  const { recommendations, daysToOpen } = reports;
  const most = Math.max(...answers.map((answer) => recommendations[answer]));
  return (
    <>
      <Facts
        title={t("title")}
        facts={[
          [t("signed"), String(reports.signed)],
          [t("byTreating"), part(reports.openedByTreating)],
          [t("byPatient"), part(reports.openedByPatient)],
          [t("toOpen"), daysToOpen ? days(daysToOpen.median) : few("tooFew")],
          [t("actedOn"), part(reports.actedOn)],
        ]}
      />
      <NumbersTable
        title={t("recommendations")}
        none={t("noRecommendation")}
        heads={[t("answer"), t("count")]}
        rows={
          most === 0
            ? []
            : answers.map((answer) => ({
                key: answer,
                name: few(`reports.said.${answer}`),
                drawn: <CountBar count={recommendations[answer]} most={most} />,
                cells: [String(recommendations[answer])],
              }))
        }
      />
    </>
  );
}

export function CompletenessSection({ completeness }: Pick<Numbers, "completeness">) {
  const t = useTranslations("numbers.completeness");
  const { part } = useAmount();
  return (
    <Facts
      title={t("title")}
      facts={[
        [t("complete"), part(completeness.complete)],
        [t("gathering"), String(completeness.gathering)],
      ]}
    />
  );
}

export function UrgentSection({ urgent }: Pick<Numbers, "urgent">) {
  const t = useTranslations("numbers.urgent");
  const few = useTranslations("numbers");
  const { part } = useAmount();
  return (
    <Facts
      title={t("title")}
      facts={[
        [t("raised"), String(urgent.raised)],
        [t("minutes"), urgent.minutes ? t("median", { minutes: urgent.minutes.median }) : few("tooFew")],
        [t("inTime"), part(urgent.inTime)],
        [t("escalated"), String(urgent.escalated)],
        [t("open"), String(urgent.open)],
      ]}
    />
  );
}
