import "./thread.css";
import type { Thread } from "@consilium/workspace";
import { memo } from "react";
import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { Button } from "../design/button.tsx";
import { StateGlyph } from "../design/state-glyph.tsx";
import { ThreadCard, ThreadEntry } from "../design/thread-card.tsx";
import { authorIn } from "./author-in.ts";
import { ReplyForm } from "./reply-form.tsx";
import { SuggestedWords } from "./suggested-words.tsx";
import { SuggestionFoot } from "./suggestion-foot.tsx";
import { ThreadEntries } from "./thread-entries.tsx";
import { ThreadTime } from "./thread-time.tsx";
import { useThreads } from "./threads-context.ts";
import { useWrite } from "./use-write.ts";

export interface ThreadViewProps {
  readonly thread: Thread;
  readonly isOpen: boolean;
  /** The words that are no longer in the text: shown with the thread. */
  readonly lostWords?: string | undefined;
}

/**
 * A thread: closed its first words, open all of it and what can be done. Drawn anew only when it changed: a key in the text
 * moves the cards, and there may be hundreds.
 */
export const ThreadView = memo(function ThreadView({ thread, isOpen, lostWords }: ThreadViewProps) {
  const { people } = useCase();
  const author = authorIn(people, thread.by);
  if (!isOpen) return <ClosedThread thread={thread} lostWords={lostWords} />;
  return (
    <ThreadCard author={author} isOpen foot={<ThreadFoot thread={thread} />}>
      <LostWords words={lostWords} />
      <ThreadEntries thread={thread} />
    </ThreadCard>
  );
});

function LostWords({ words }: { readonly words: string | undefined }) {
  const t = useTranslations("annotation");
  if (words === undefined) return null;
  return (
    <p className="thread-lost">
      {t("placeLost")} <q dir="auto">{words}</q>
    </p>
  );
}

function ClosedThread({ thread, lostWords }: Omit<ThreadViewProps, "isOpen">) {
  const { people, detail } = useCase();
  const { open } = useThreads();
  const author = authorIn(people, thread.by);
  return (
    // The button inside does the same for a keyboard.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div className="thread-closed" onClick={() => open(thread.id)}>
      <ThreadCard author={author} isOpen={false}>
        <LostWords words={lostWords} />
        <ThreadEntry
          author={author}
          isMine={thread.by === detail.seat.id}
          at={<ThreadTime at={thread.created} />}
          action={<OpenAction thread={thread} />}
        >
          <SuggestedWords thread={thread} />
          <p className="thread-first" dir="auto">
            {thread.body}
          </p>
          <ThreadStateLine thread={thread} />
        </ThreadEntry>
      </ThreadCard>
    </div>
  );
}

function OpenAction({ thread }: { readonly thread: Thread }) {
  const t = useTranslations("annotation");
  const { open, rightsOf } = useThreads();
  const count = thread.replies.length;
  const words = rightsOf(thread).answer
    ? t("answerPlainly")
    : count > 0
      ? t("replies", { count })
      : t("openThread");
  return (
    <button
      type="button"
      className="thread-link"
      aria-expanded={false}
      onClick={(event) => {
        event.stopPropagation();
        open(thread.id);
      }}
    >
      {words}
    </button>
  );
}

/** How a thread ended, and by whom. Nothing of one that is open. */
function ThreadStateLine({ thread }: { readonly thread: Thread }) {
  const t = useTranslations("annotation");
  const { people } = useCase();
  const { state } = thread;
  if (state.is === "open") return null;
  const name = "by" in state ? authorIn(people, state.by).name : "";
  return (
    <p className="thread-state">
      <StateGlyph state={state.is === "declined" ? "declined" : "done"}>
        {t(`ended.${state.is}`, { name })}
      </StateGlyph>
    </p>
  );
}

function ThreadFoot({ thread }: { readonly thread: Thread }) {
  const t = useTranslations("annotation");
  const { open, rightsOf } = useThreads();
  const close = () => open(undefined);
  const rights = rightsOf(thread);
  return (
    <>
      <ThreadStateLine thread={thread} />
      {thread.kind === "suggestion" && thread.state.is === "open" && <SuggestionFoot thread={thread} />}
      <ReplyForm thread={thread} onLeave={close} />
      <div className="thread-actions">
        {rights.resolve && <OperateButton thread={thread} act="resolve" onDone={close} />}
        {rights.reopen && <OperateButton thread={thread} act="reopen" onDone={() => {}} />}
        <Button size="small" look="quiet" onClick={close}>
          {t("close")}
        </Button>
      </div>
    </>
  );
}

interface OperateButtonProps {
  readonly thread: Thread;
  readonly act: "resolve" | "reopen";
  readonly onDone: () => void;
}

function OperateButton({ thread, act, onDone }: OperateButtonProps) {
  const t = useTranslations("annotation");
  const { write } = useThreads();
  const { error, isWriting, attempt } = useWrite(onDone);
  return (
    <>
      <Button
        size="small"
        disabled={isWriting}
        onClick={() =>
          attempt(() =>
            write(thread.audience, (layer) => layer.operate(thread.id, { act, count: thread.count + 1 }, "")),
          )
        }
      >
        {t(`do.${act}`)}
      </Button>
      {error && <p role="alert">{error}</p>}
    </>
  );
}
