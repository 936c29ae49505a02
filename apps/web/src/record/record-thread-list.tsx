import type { ImageAnchor, PageAnchor, SlideAnchor, WaveformAnchor } from "@consilium/workspace";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { quoted } from "../thread/quoted.tsx";
import { ThreadView } from "../thread/thread-view.tsx";
import { useThreads } from "../thread/threads-context.ts";
import { MadeOnEarlier } from "./made-on-earlier.tsx";
import { placeWords } from "./place-words.ts";
import { useRecordMarks } from "./record-marks.ts";
import { anchorHere, type ThreadInRecord } from "./record-places.ts";
import { ReliedOnMark } from "./relied-on/relied-on-here.tsx";
import { type UseInRecord, usesOfPlace } from "./relied-on/uses-in-record.ts";
import { ValueCorrected } from "./value-corrected.tsx";

export interface RecordThreadListProps {
  readonly threads: readonly ThreadInRecord[];
  /** What relies on the record. */
  readonly uses: readonly UseInRecord[];
}

/** The threads of a record in the order of its text; what is done with is one press away. */
export function RecordThreadList({ threads, uses }: RecordThreadListProps) {
  const t = useTranslations("annotation");
  const { openId } = useThreads();
  const { record } = useRecordMarks();
  const wordsOf = usePlaceWords();
  const [isDoneShown, showDone] = useState(false);
  const isOpen = ({ thread }: ThreadInRecord) => thread.state.is === "open" || thread.id === openId;
  const done = threads.filter((one) => !isOpen(one));
  const shown = isDoneShown ? threads : threads.filter(isOpen);
  if (threads.length === 0) return <p className="record-no-threads">{t("noneHere")}</p>;
  return (
    <aside className="record-threads" aria-label={t("onRecord")}>
      {shown.map(({ thread, place }) => (
        <div key={thread.key}>
          {place.is !== "lost" && <WhatAbout thread={thread} />}
          <ThreadView
            thread={thread}
            isOpen={thread.id === openId}
            lostWords={place.is === "lost" ? place.words || wordsOf(thread) : undefined}
          />
          <ValueCorrected record={record} anchor={thread.anchor} />
          {place.is === "earlier" && (
            <MadeOnEarlier newest={record.id} place={place} at={{ thread: thread.id }} />
          )}
          <ReliedOnMark uses={usesOfPlace(uses, place)} record={record.id} />
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

function usePlaceWords(): (thread: ThreadInRecord["thread"]) => string {
  const t = useTranslations("marks");
  const format = useFormatter();
  const { record } = useRecordMarks();
  return ({ anchor }) => placeWords(t, format, record.filed, anchorHere(record, anchor) ?? anchor);
}

/** The words that a thread speaks of: beside a record nothing stands at their height. */
function WhatAbout({ thread }: { readonly thread: ThreadInRecord["thread"] }) {
  const { anchor } = thread;
  const wordsOf = usePlaceWords();
  switch (anchor?.kind) {
    case "image":
    case "slide":
      return <AboutPicture mark={anchor.mark} />;
    case "waveform":
      return <AboutTracing mark={anchor.mark} />;
    case "page":
      return <AboutPage anchor={anchor} />;
    case "record-text":
      return (
        <p className="thread-quote" dir="auto">
          “{anchor.quote.exact}”
        </p>
      );
    case "text":
    case undefined:
      return null;
    case "observation":
    case "record-place":
      return (
        <p className="thread-quote" dir="auto">
          {wordsOf(thread)}
        </p>
      );
  }
}

function AboutPicture({ mark }: { readonly mark: (ImageAnchor | SlideAnchor)["mark"] }) {
  const t = useTranslations("imaging");
  return <p className="thread-quote">{mark ? (mark.says ?? t(`tool.${mark.tool}`)) : t("wholePicture")}</p>;
}

function AboutTracing({ mark }: Pick<WaveformAnchor, "mark">) {
  const t = useTranslations("ecg");
  if (!mark) return <p className="thread-quote">{t("whole")}</p>;
  const lead = mark.lead ?? t("allLeads");
  return <p className="thread-quote">{[lead, mark.says ?? t(`tool.${mark.tool}`)].join(", ")}</p>;
}

function AboutPage({ anchor: { page, quote } }: { readonly anchor: PageAnchor }) {
  const t = useTranslations("paper");
  const { record } = useRecordMarks();
  const is = record.filed.kind === "pictures" ? "pictures" : "document";
  return (
    <p className="thread-quote" dir="auto">
      {quote ? t.rich("wordsOn", { page, quote: quote.exact, ...quoted }) : t(`region.${is}`, { page })}
    </p>
  );
}
