import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { useCase } from "../../case/case-context.ts";
import { Avatar } from "../../design/avatar.tsx";
import { StateGlyph } from "../../design/state-glyph.tsx";
import { authorIn } from "../../thread/author-in.ts";
import { ThreadTime } from "../../thread/thread-time.tsx";
import { ThreadView } from "../../thread/thread-view.tsx";
import { useThreads } from "../../thread/threads-context.ts";
import { useEarlierName } from "../made-on-earlier.tsx";
import { placeWords } from "../place-words.ts";
import { withThreadOpen } from "../record-beside-text.ts";
import { ReliedOnMark } from "../relied-on/relied-on-here.tsx";
import { KindIcon } from "./kind-icon.tsx";
import type { ListedMark } from "./listed-marks.ts";

export interface MarkRowProps {
  readonly mark: ListedMark;
  /** Its record opens beside the text instead of at its own address. */
  readonly isBeside: boolean;
}

/** One mark: pressing it opens its record there, or, where there is none, the thread in the list. */
export function MarkRow({ mark, isBeside }: MarkRowProps) {
  const { thread, record } = mark;
  const { people } = useCase();
  const { openId } = useThreads();
  const look = {
    className: "listed-mark",
    "data-row": true,
    "data-person": authorIn(people, thread.by).colour,
  };
  if (!record) return <MarkWithoutRecord mark={mark} look={look} />;
  return (
    <li>
      <RecordLink
        look={{ ...look, "aria-current": openId === thread.id ? "true" : undefined }}
        record={record.id}
        thread={thread.id}
        isBeside={isBeside}
      >
        <MarkWords mark={mark} />
      </RecordLink>
      <ReliedOnMark uses={mark.reliedOn} record={record.id} />
    </li>
  );
}

interface RecordLinkProps extends Pick<MarkRowProps, "isBeside"> {
  readonly look: { readonly className: string; readonly "aria-current": "true" | undefined };
  readonly record: string;
  readonly thread: string;
  readonly children: ReactNode;
}

function RecordLink({ look, record, thread, isBeside, children }: RecordLinkProps) {
  const { caseId } = useCase();
  return isBeside ? (
    <Link {...look} to="." search={withThreadOpen(record, thread)} resetScroll={false}>
      {children}
    </Link>
  ) : (
    <Link
      {...look}
      to="/cases/$caseId/records/$recordId"
      params={{ caseId, recordId: record }}
      search={withThreadOpen(undefined, thread)}
    >
      {children}
    </Link>
  );
}

interface MarkWithoutRecordProps extends Pick<MarkRowProps, "mark"> {
  readonly look: { readonly className: string };
}

function MarkWithoutRecord({ mark, look }: MarkWithoutRecordProps) {
  const { openId, open } = useThreads();
  const { thread } = mark;
  const isOpen = openId === thread.id;
  return (
    <li>
      <button
        {...look}
        type="button"
        aria-expanded={isOpen}
        onClick={() => open(isOpen ? undefined : thread.id)}
      >
        <MarkWords mark={mark} />
      </button>
      {isOpen && <ThreadView thread={thread} isOpen />}
    </li>
  );
}

function MarkWords({ mark }: Pick<MarkRowProps, "mark">) {
  const { thread, record, orphaned } = mark;
  const t = useTranslations("marks");
  const { people } = useCase();
  const author = authorIn(people, thread.by);
  const place = usePlaceOf(mark);
  return (
    <>
      <Avatar person={author} size={20} isDecoration />
      <span className="listed-mark-words">
        <span className="listed-mark-head">
          <KindIcon kind={thread.kind} />
          <span>
            {t(`kind.${thread.kind}`)}
            <span className="listed-mark-author">, {author.name}</span>
          </span>
          <ThreadTime at={thread.created} />
        </span>
        {place !== "" && (
          <span className="listed-mark-place" dir="auto">
            {place}
          </span>
        )}
        {thread.body.trim() !== "" && (
          <span className="listed-mark-said" dir="auto">
            {thread.body}
          </span>
        )}
        {orphaned && (
          <span className="listed-mark-orphaned">
            {record && <b dir="auto">{record.title}. </b>}
            {t(`orphan.${orphaned}`)}
          </span>
        )}
        <MarkFoot thread={thread} />
      </span>
    </>
  );
}

function usePlaceOf({ record, anchor, picture, earlier }: ListedMark): string {
  const t = useTranslations();
  const marks = useTranslations("marks");
  const format = useFormatter();
  const version = useEarlierName({ date: earlier?.date ?? null });
  const place = placeWords(marks, format, record, anchor, picture);
  return earlier ? t("record.placeOnEarlier", { place, version }) : place;
}

/** How it ended, and how much was answered. Nothing of an open mark without replies. */
function MarkFoot({ thread: { state, replies } }: Pick<ListedMark, "thread">) {
  const t = useTranslations("marks");
  if (state.is === "open" && replies.length === 0) return null;
  return (
    <span className="listed-mark-foot">
      {state.is !== "open" && (
        <StateGlyph state={state.is === "declined" ? "declined" : "done"}>
          {t(`ended.${state.is}`)}
        </StateGlyph>
      )}
      {replies.length > 0 && <span>{t("replies", { count: replies.length })}</span>}
    </span>
  );
}
