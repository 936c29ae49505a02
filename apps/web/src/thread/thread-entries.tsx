import type { Audience } from "@consilium/clinical";
import type { Thread } from "@consilium/workspace";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { Button } from "../design/button.tsx";
import { ThreadEntry } from "../design/thread-card.tsx";
import { AudienceNote } from "./audience-choice.tsx";
import { authorIn } from "./author-in.ts";
import { SuggestedWords } from "./suggested-words.tsx";
import { ThreadTime } from "./thread-time.tsx";
import { useThreads } from "./threads-context.ts";
import { useWrite } from "./use-write.ts";
import { WordsField } from "./words-field.tsx";

interface Said {
  readonly id: string;
  readonly by: string;
  readonly audience: Audience;
  readonly body: string;
  readonly created: string;
}

/** What was said in a thread, in its order. One's own words can be changed and taken back. */
export function ThreadEntries({ thread }: { readonly thread: Thread }) {
  const rootIsDone = thread.state.is === "accepted";
  return (
    <>
      <Entry said={thread} before={<SuggestedWords thread={thread} />} mayChange={!rootIsDone} isRoot />
      {thread.replies.map((reply) => (
        // An operation that says why is the state's; changing its words would change what was decided.
        <Entry
          key={`${reply.by} ${reply.id}`}
          said={reply}
          before={reply.act && <Act act={reply.act} />}
          mayChange={reply.act === undefined}
          isAside={reply.audience !== thread.audience}
        />
      ))}
    </>
  );
}

function Act({ act }: { readonly act: "resolve" | "reopen" | "answer" | "decline" }) {
  const t = useTranslations("annotation");
  return <p className="thread-act">{t(`act.${act}`)}</p>;
}

interface EntryProps {
  readonly said: Said;
  readonly before?: ReactNode;
  readonly mayChange: boolean;
  readonly isRoot?: boolean;
  readonly isAside?: boolean;
}

function Entry({ said, before, mayChange, isRoot = false, isAside = false }: EntryProps) {
  const { people, detail } = useCase();
  const { audiences } = useThreads();
  const [isChanging, setChanging] = useState(false);
  const isMine = said.by === detail.seat.id;
  const canChange = isMine && mayChange && audiences.length > 0;
  return (
    <ThreadEntry
      author={authorIn(people, said.by)}
      isMine={isMine}
      at={<ThreadTime at={said.created} />}
      action={
        canChange &&
        !isChanging && <OwnActions said={said} isRoot={isRoot} onChange={() => setChanging(true)} />
      }
    >
      {before}
      {isChanging ? (
        <ChangeWords said={said} onDone={() => setChanging(false)} />
      ) : (
        said.body !== "" && <p dir="auto">{said.body}</p>
      )}
      {(isRoot || isAside) && <AudienceNote audience={said.audience} />}
    </ThreadEntry>
  );
}

function OwnActions({
  said,
  isRoot,
  onChange,
}: {
  readonly said: Said;
  readonly isRoot: boolean;
  readonly onChange: () => void;
}) {
  const t = useTranslations("annotation");
  const { write, open } = useThreads();
  const { attempt } = useWrite(() => {
    if (isRoot) open(undefined);
  });
  return (
    <>
      <button type="button" className="thread-link" onClick={onChange}>
        {t("edit")}
      </button>
      <button
        type="button"
        className="thread-link"
        onClick={() => attempt(() => write(said.audience, (layer) => layer.takeBack(said.id)))}
      >
        {t("takeBack")}
      </button>
    </>
  );
}

function ChangeWords({ said, onDone }: { readonly said: Said; readonly onDone: () => void }) {
  const t = useTranslations("annotation");
  const { write } = useThreads();
  const [body, setBody] = useState(said.body);
  const { error, isWriting, attempt } = useWrite(onDone);
  const save = () => attempt(() => write(said.audience, (layer) => layer.edit(said.id, body)));
  return (
    <>
      <WordsField
        label={t("edit")}
        isLabelHidden
        value={body}
        onChange={setBody}
        onDone={save}
        onLeave={onDone}
        error={error}
        isFocused
      />
      <div className="thread-actions">
        <Button size="small" onClick={save} disabled={isWriting}>
          {t("keep")}
        </Button>
        <Button size="small" look="quiet" onClick={onDone}>
          {t("leave")}
        </Button>
      </div>
    </>
  );
}
