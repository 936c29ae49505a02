import { fewestToSay } from "@consilium/clinical";
import { useTranslations } from "use-intl";
import { CountBar } from "./count-bar.tsx";
import type { Numbers } from "./numbers-query.ts";
import { NumbersTable } from "./numbers-table.tsx";

const choices = ["yes", "partly", "no"] as const;

/** What patients say of it all, added up; of few answers one could tell whose they are. */
export function FeedbackSection({ feedback: { answers, skipped, questions } }: Pick<Numbers, "feedback">) {
  const t = useTranslations("numbers.feedback");
  const words = useTranslations("followUp.feedback");
  return (
    <NumbersTable
      title={t("title")}
      note={t("count", { answers, skipped })}
      none={t("tooFew", { fewest: fewestToSay })}
      heads={[t("question"), ...choices.map((choice) => words(`choice.${choice}`))]}
      rows={(questions ?? []).map(({ question, said }) => ({
        key: question,
        name: words(`short.${question}`),
        drawn: <CountBar count={said.yes} most={answers} />,
        cells: choices.map((choice) => String(said[choice])),
      }))}
    />
  );
}
