import "./messages.css";
import "./thread.css";
import { isPatientSide } from "@consilium/clinical";
import type { Thread } from "@consilium/workspace";
import { Link } from "@tanstack/react-router";
import { useFormatter, useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { SkeletonAfter } from "../design/skeleton-after.tsx";
import { StateGlyph } from "../design/state-glyph.tsx";
import { authorIn } from "./author-in.ts";
import { messagesOf } from "./messages-of.ts";
import { quoted } from "./quoted.tsx";
import { useAllThreads } from "./use-all-threads.ts";

/** Everything that the patient asked and was told, the newest word first, in whole words. */
export function Messages() {
  const t = useTranslations("annotation");
  const { detail, people } = useCase();
  const { threads, isComplete } = useAllThreads();
  const isPatients = (seat: string) => {
    const person = people.get(seat);
    return person !== undefined && isPatientSide(person);
  };
  const messages = messagesOf(threads, isPatients);
  if (messages.length === 0) return isComplete ? <p>{t("noMessages")}</p> : <SkeletonAfter />;
  return (
    <ul className="messages">
      {messages.map((thread) => (
        <li key={thread.key}>
          <Message thread={thread} own={detail.seat.id} />
        </li>
      ))}
    </ul>
  );
}

function Message({ thread, own }: { readonly thread: Thread; readonly own: string }) {
  const t = useTranslations("annotation");
  const { caseId } = useCase();
  const quote = useWordsAbout(thread);
  return (
    <article>
      {quote !== undefined && (
        <p className="message-about">
          {t.rich(thread.by === own ? "youWroteAbout" : "about", {
            quote,
            ...quoted,
          })}
        </p>
      )}
      <Said by={thread.by} own={own} at={thread.created} words={thread.body} />
      {thread.replies.map((reply) => (
        <Said key={`${reply.by} ${reply.id}`} by={reply.by} own={own} at={reply.created} words={reply.body} />
      ))}
      <p className="message-foot">
        {thread.kind === "question" && (
          <StateGlyph state={thread.state.is === "open" ? "open" : "done"}>
            {thread.state.is === "open" ? t("waitsForAnswer") : t("isAnswered")}
          </StateGlyph>
        )}
        <Link to="/cases/$caseId/threads/$threadId" params={{ caseId, threadId: thread.id }}>
          {t("showInPlace")}
        </Link>
      </p>
    </article>
  );
}

/** What a thread is about, in words: those that were chosen or, of a part of a page without words, its name. */
function useWordsAbout({ anchor }: Thread): string | undefined {
  const t = useTranslations("paper.region");
  if (!anchor || !("quote" in anchor)) return undefined;
  if (anchor.quote) return anchor.quote.exact;
  return anchor.kind === "page" ? t("document", { page: anchor.page }) : undefined;
}

interface SaidProps {
  readonly by: string;
  readonly own: string;
  readonly at: string;
  readonly words: string;
}

function Said({ by, own, at, words }: SaidProps) {
  const t = useTranslations("annotation");
  const format = useFormatter();
  const { people } = useCase();
  const author = authorIn(people, by);
  return (
    <div className="message" data-person={author.colour}>
      <p>
        <b translate={by === own ? undefined : "no"}>{by === own ? t("you") : author.name}</b>,{" "}
        <time dateTime={at}>
          {format.dateTime(new Date(at), "dayInWords")}, {format.dateTime(new Date(at), "clock")}
        </time>
      </p>
      <p dir="auto">{words}</p>
    </div>
  );
}
