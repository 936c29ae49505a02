import { makeAnchor, type TextPlace } from "@consilium/workspace";
import { IconX } from "@tabler/icons-react";
import { type ReactNode, useEffect, useMemo } from "react";
import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { ToolbarButton } from "../design/toolbar-button.tsx";
import type { ThreadsAroundProps } from "../patient/patient-slots.ts";
import { type ReadingMark, type ReadingThreads, ReadingThreadsContext } from "../patient/reading-threads.ts";
import { authorIn } from "./author-in.ts";
import { Composer } from "./composer.tsx";
import { quoted } from "./quoted.tsx";
import { TextThreadsContext, usePlacedThreads } from "./text-threads-context.ts";
import { type PlacedThread, ThreadPlaces } from "./thread-places.ts";
import { ThreadView } from "./thread-view.tsx";
import { ThreadsContext, useThreads } from "./threads-context.ts";
import { useScrollToOpen } from "./use-scroll-to-open.ts";
import { useTargetThreads } from "./use-target-threads.ts";

/** Threads around an opinion that is read: marks in its words, and the open one under its paragraph. */
export function ReadingThreadsAround({ opinionId, version, doc, children }: ThreadsAroundProps) {
  const threads = useTargetThreads({
    target: `opinion.${opinionId}`,
    doc,
    version,
    mayWriteTarget: false,
    maySuggest: false,
  });
  const places = useMemo(() => new ThreadPlaces(doc), [doc]);
  useEffect(() => () => places.close(), [places]);
  useEffect(() => places.setThreads(threads.threads), [places, threads.threads]);
  useScrollToOpen(threads.openId);
  const text = useMemo(
    () => ({ places, accept: undefined, doneShown: new Set<string>(), toggleDone: () => {} }),
    [places],
  );
  return (
    <ThreadsContext value={threads}>
      <TextThreadsContext value={text}>
        <Reading places={places}>{children}</Reading>
      </TextThreadsContext>
    </ThreadsContext>
  );
}

function Reading({ places, children }: { readonly places: ThreadPlaces; readonly children: ReactNode }) {
  const { people } = useCase();
  const placed = usePlacedThreads();
  const { audiences, openId, open, compose, draft } = useThreads();
  const reading = useMemo<ReadingThreads>(() => {
    const marks = placed.flatMap((one) => markOf(one, openId, authorIn(people, one.thread.by).colour));
    return {
      marks,
      openMark: (id) => {
        compose(undefined);
        open(id === openId ? undefined : id);
      },
      ask:
        audiences.length === 0
          ? undefined
          : ({ where, start, end }) => {
              const made = makeAnchor(places.index, where, start, end);
              if (made.ok) compose({ anchor: made.value, quote: made.value.quote.exact });
            },
      panel: panelOf(placed, openId, draft),
    };
  }, [placed, people, audiences, openId, open, compose, draft, places]);
  return <ReadingThreadsContext value={reading}>{children}</ReadingThreadsContext>;
}

/** Patients see their questions after they were answered too: the answer is what they come for. */
function markOf(
  { thread, found }: PlacedThread,
  openId: string | undefined,
  colour: ReadingMark["colour"],
): ReadingMark[] {
  if (!found || found.state === "orphaned") return [];
  if (thread.state.is !== "open" && thread.state.is !== "answered" && thread.id !== openId) return [];
  const { where, start, end } = found.at;
  return [{ id: thread.id, where, start, end, colour, isOpen: thread.id === openId }];
}

type Drafted = ReturnType<typeof useThreads>["draft"];

function panelOf(
  placed: readonly PlacedThread[],
  openId: string | undefined,
  draft: Drafted,
): ReadingThreads["panel"] {
  if (draft?.anchor.kind === "text") {
    const { where, hint, quote } = draft.anchor;
    return {
      where,
      end: hint + quote.exact.length,
      content: (
        <Panel>
          <Composer key={draft.quote} draft={draft} />
        </Panel>
      ),
    };
  }
  const open = placed.find(({ thread }) => thread.id === openId);
  if (!open?.found || open.found.state === "orphaned") return undefined;
  const { where, end }: { where: TextPlace; end: number } = open.found.at;
  return { where, end, content: <OpenReading placed={open} /> };
}

const Panel = ({ children }: { readonly children: ReactNode }) => (
  <div className="thread-panel">{children}</div>
);

function OpenReading({ placed: { thread } }: { readonly placed: PlacedThread }) {
  const t = useTranslations("annotation");
  const { detail } = useCase();
  const { open } = useThreads();
  const quote = thread.anchor?.kind === "text" ? thread.anchor.quote.exact : "";
  return (
    <Panel>
      <div className="reading-panel-head">
        <p>
          {t.rich(thread.by === detail.seat.id ? "youWroteAbout" : "about", {
            quote,
            ...quoted,
          })}
        </p>
        <ToolbarButton
          icon={<IconX size="1.375rem" stroke={1.75} aria-hidden />}
          label={t("close")}
          onClick={() => open(undefined)}
        />
      </div>
      <ThreadView thread={thread} isOpen />
    </Panel>
  );
}
