import "./asked-in-report.css";
import { useContext, useId } from "react";
import { useTranslations } from "use-intl";
import { useCase } from "../../case/case-context.ts";
import { Composer } from "../../thread/composer.tsx";
import { usePlacedThreads } from "../../thread/text-threads-context.ts";
import type { PlacedThread } from "../../thread/thread-places.ts";
import { ThreadView } from "../../thread/thread-view.tsx";
import { ThreadsContext } from "../../thread/threads-context.ts";
import { useAllThreads } from "../../thread/use-all-threads.ts";
import { QuestionsUntil } from "./questions-until.tsx";

/** What was asked about the words of the report, and what was answered; the field for a new question stands first. */
export function AskedInReport() {
  const t = useTranslations("followUp");
  const threads = useContext(ThreadsContext);
  const placed = usePlacedThreads();
  const heading = useId();
  if (!threads) return null;
  const asked = placed.filter(({ thread }) => thread.kind !== "suggestion");
  const { draft, openId } = threads;
  return (
    <section className="asked-in-report" aria-labelledby={heading}>
      <h2 id={heading}>{t("asked")}</h2>
      {threads.audiences.length > 0 && <p className="report-quiet">{t("howToAsk")}</p>}
      <QuestionsUntil />
      {draft && <Composer key={draft.quote} draft={draft} />}
      {asked.length === 0 && !draft && <NothingAsked />}
      {asked.map((one) => (
        <Asked key={one.thread.key} placed={one} isOpen={one.thread.id === openId} />
      ))}
    </section>
  );
}

/** Not before all that was asked has come. */
function NothingAsked() {
  const t = useTranslations("followUp");
  const isClosed = useCase().detail.state === "closed";
  const { isComplete } = useAllThreads();
  return isComplete && <p className="report-quiet">{t(isClosed ? "nothingWasAsked" : "nothingAsked")}</p>;
}

function Asked({ placed: { thread }, isOpen }: { readonly placed: PlacedThread; readonly isOpen: boolean }) {
  const quote = thread.anchor?.kind === "text" ? thread.anchor.quote.exact : undefined;
  return (
    <div>
      {quote !== undefined && (
        <p className="asked-quote" dir="auto">
          “{quote}”
        </p>
      )}
      <ThreadView thread={thread} isOpen={isOpen} />
    </div>
  );
}
