import type { ReactNode } from "react";
import { useNow, useTimeZone, useTranslations } from "use-intl";
import { useCase } from "../../case/case-context.ts";
import { daysUntil } from "../../design/days-until.ts";
import { Glyph, type GlyphName } from "../../design/glyph.tsx";
import { authorIn } from "../../thread/author-in.ts";
import { useStandingWords } from "./standing-words.ts";
import type { Item, Request } from "./use-inventory.ts";

/** When it was asked for and of whom, what was heard, and when the answer is due. */
export function ItemHistory({ item }: { readonly item: Item }) {
  const t = useTranslations("inventory");
  const { request, said } = item;
  if (!request && !said) return null;
  return (
    <ol className="ask-history" aria-label={t("history")}>
      {request && <AskedStep request={request} />}
      {request && request.state !== "open" && request.answered !== null && !said && (
        <SaidStep item={item} by={request.answeredBy} at={request.answered} isAnswer />
      )}
      {said && <SaidStep item={item} by={said.by} at={said.at} isAnswer={false} />}
    </ol>
  );
}

function AskedStep({ request }: { readonly request: Request }) {
  const t = useTranslations("inventory");
  const { people } = useCase();
  const { from, of, by, asked, due, message, answer, state, what } = request;
  const person = of === null ? null : authorIn(people, of).name;
  const whom = [person, from].filter((name) => name !== null).join(", ") || "none";
  return (
    <>
      <Step glyph="done" name={t("historyAsked", { at: new Date(asked) })}>
        <small>{t("historyAskedBy", { of: whom, by: authorIn(people, by).name })}</small>
        {message && <small dir="auto">{message}</small>}
        {!message && <small dir="auto">{what}</small>}
      </Step>
      {state === "open" && (
        <>
          {answer && <Step glyph="in-progress" name={t("answerSoFar", { answer })} />}
          {due !== null && <DueStep due={new Date(due)} />}
        </>
      )}
    </>
  );
}

function DueStep({ due }: { readonly due: Date }) {
  const t = useTranslations("inventory");
  const say = useTranslations("case.clock");
  const zone = useTimeZone() ?? "UTC";
  const now = useNow();
  const days = daysUntil(due, now, zone);
  const late = days === 0 ? say("lateToday") : say("late", { days: -days });
  return (
    <Step glyph="open" name={t("historyDue", { due })}>
      <small>{due <= now ? late : say("dueIn", { days })}</small>
    </Step>
  );
}

interface SaidStepProps {
  readonly item: Item;
  /** A seat. */
  readonly by: string | null;
  readonly at: string;
  readonly isAnswer: boolean;
}

function SaidStep({ item, by, at, isAnswer }: SaidStepProps) {
  const t = useTranslations("inventory");
  const { people } = useCase();
  const words = useStandingWords(item);
  return (
    <Step
      glyph={item.state === "here" ? "done" : "declined"}
      name={t(isAnswer ? "historyAnswered" : "historySaid", { at: new Date(at) })}
    >
      <small>{words}</small>
      {by !== null && <small>{t("saidBy", { name: authorIn(people, by).name, at: new Date(at) })}</small>}
      {by === null && isAnswer && item.request?.from && (
        <small>{t("saidBy", { name: item.request.from, at: new Date(at) })}</small>
      )}
    </Step>
  );
}

interface StepProps {
  readonly glyph: GlyphName;
  readonly name: string;
  readonly children?: ReactNode;
}

function Step({ glyph, name, children }: StepProps) {
  return (
    <li>
      <Glyph name={glyph} />
      <span>
        <b>{name}</b>
        {children}
      </span>
    </li>
  );
}
