import { useState } from "react";
import { useTranslations } from "use-intl";
import { quoted } from "../thread/quoted.tsx";
import { ThreadView } from "../thread/thread-view.tsx";
import { useThreads } from "../thread/threads-context.ts";
import { useRecordMarks } from "./record-marks.ts";
import type { ThreadInRecord } from "./record-places.ts";

/** The threads of a record in the order of its text; what is done with is one press away. */
export function RecordThreadList({ threads }: { readonly threads: readonly ThreadInRecord[] }) {
  const t = useTranslations("annotation");
  const { openId } = useThreads();
  const [isDoneShown, showDone] = useState(false);
  const isOpen = ({ thread }: ThreadInRecord) => thread.state.is === "open" || thread.id === openId;
  const done = threads.filter((one) => !isOpen(one));
  const shown = isDoneShown ? threads : threads.filter(isOpen);
  if (threads.length === 0) return null;
  return (
    <aside className="record-threads" aria-label={t("onRecord")}>
      {shown.map(({ thread, place }) => (
        <div key={thread.key}>
          {place.is !== "lost" && <WhatAbout thread={thread} />}
          <ThreadView
            thread={thread}
            isOpen={thread.id === openId}
            lostWords={place.is === "lost" ? place.words : undefined}
          />
        </div>
      ))}
      {done.length > 0 && (
        <button
          type="button"
          className="thread-link"
          aria-expanded={isDoneShown}
          onClick={() => showDone(!isDoneShown)}
        >
          {isDoneShown ? t("hideDone", { count: done.length }) : t("done", { count: done.length })}
        </button>
      )}
    </aside>
  );
}

/** The words that a thread speaks of: beside a record nothing stands at their height. */
function WhatAbout({ thread }: { readonly thread: ThreadInRecord["thread"] }) {
  const t = useTranslations("paper");
  const { record } = useRecordMarks();
  const { anchor } = thread;
  if (anchor?.kind !== "record-text" && anchor?.kind !== "page") return null;
  const is = record.filed.kind === "pictures" ? "pictures" : "document";
  return (
    <p className="thread-quote" dir="auto">
      {anchor.kind === "record-text"
        ? `“${anchor.quote.exact}”`
        : anchor.quote
          ? t.rich("wordsOn", { page: anchor.page, quote: anchor.quote.exact, ...quoted })
          : t(`region.${is}`, { page: anchor.page })}
    </p>
  );
}
