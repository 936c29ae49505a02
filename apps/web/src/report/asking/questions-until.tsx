import { useNow, useTranslations } from "use-intl";
import type { CaseDetail } from "../../case/case-api.ts";
import { useCase } from "../../case/case-context.ts";

type Until = { readonly say: "until" | "past"; readonly due: Date } | { readonly say: "closed" } | undefined;

/** How long questions are answered, by the clock of the follow-up where it runs; undefined: nobody has said how long. */
export function questionsUntil({ clocks, state }: Pick<CaseDetail, "clocks" | "state">, now: Date): Until {
  if (state === "closed") return { say: "closed" };
  const clock = clocks.find(({ kind }) => kind === "questions");
  if (!clock || clock.due === null) return undefined;
  const due = new Date(clock.due);
  const isPast = due <= now;
  // The server calls it met from the moment on that its time is over.
  const hasRun = clock.state === "running" || (isPast && clock.state === "met");
  return hasRun ? { say: isPast ? "past" : "until", due } : undefined;
}

/** Said wherever one asks about a signed opinion. */
export function QuestionsUntil() {
  const t = useTranslations("followUp");
  const now = useNow({ updateInterval: 60_000 });
  const { detail } = useCase();
  const until = questionsUntil(detail, now);
  if (!until) return null;
  return (
    <p className="questions-until">
      {until.say === "closed" ? t("closed") : t(until.say, { due: until.due })}
    </p>
  );
}
