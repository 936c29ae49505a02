import { isLayerTarget, type LayerTarget } from "@consilium/clinical";
import { makeAnchorInEditor } from "@consilium/workspace";
import type { Editor } from "@tiptap/core";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { createPortal } from "react-dom";
import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { useIsPainted } from "../design/later.ts";
import { useIsWidth } from "../design/width.ts";
import { useDesk } from "../opinion/desk-context.ts";
import { type TextHooks, TextHooksContext, type TextSpot } from "../opinion/text-hooks.ts";
import { useEvidence } from "../record/evidence-context.ts";
import { OpenPanel } from "./open-panel.tsx";
import { SelectionButton } from "./selection-button.tsx";
import { TextThreadsContext } from "./text-threads-context.ts";
import { createThreadMarks, type ThreadMarks } from "./thread-marks.ts";
import { ThreadPlaces } from "./thread-places.ts";
import { type Threads, ThreadsContext } from "./threads-context.ts";
import { useAccept } from "./use-accept.ts";
import { useLatest } from "./use-latest.ts";
import { useRefreshedAnchors } from "./use-refreshed-anchors.ts";
import { useScrollToOpen } from "./use-scroll-to-open.ts";
import { useTargetThreads } from "./use-target-threads.ts";
import { useThreadKeys } from "./use-thread-keys.ts";

/** Threads around a text on the desk: marks in it, cards beside it, what can be begun on its words. */
export function TextThreads({ children }: { readonly children: ReactNode }) {
  const { name } = useDesk();
  const hooks = useEvidenceHooks();
  // The workpad is its authors' own: nobody comments on it.
  if (!isLayerTarget(name)) return <TextHooksContext value={hooks}>{children}</TextHooksContext>;
  return (
    <ThreadsOn key={name} target={name} hooks={hooks}>
      {children}
    </ThreadsOn>
  );
}

interface ThreadsOnProps {
  readonly target: LayerTarget;
  readonly hooks: TextHooks;
  readonly children: ReactNode;
}

function ThreadsOn({ target, hooks: evidence, children }: ThreadsOnProps) {
  const { doc, isEditable } = useDesk();
  const { detail } = useCase();
  const version = detail.opinions.find(({ id }) => target === `opinion.${id}`)?.version ?? undefined;
  const threads = useTargetThreads({ target, doc, version, mayWriteTarget: isEditable, maySuggest: true });
  const places = useMemo(() => new ThreadPlaces(doc), [doc]);
  useEffect(() => () => places.close(), [places]);
  const isPainted = useIsPainted();
  useEffect(() => {
    if (isPainted) places.setThreads(threads.threads);
  }, [places, threads.threads, isPainted]);
  const marks = useMemo(() => createThreadMarks(places), [places]);
  const [doneShown, toggleDone] = useToggled();
  const panel = usePanel(marks, threads, doneShown);
  const accept = useAccept(places, isEditable);
  const { begin, refusal } = useBegin(places, threads);
  const hooks = useTextHooksOf({ marks, begin, threads, evidence });
  useRefreshedAnchors(places, threads, version === undefined);
  useThreadKeys(places, threads);
  useScrollToOpen(threads.openId);
  const text = useMemo(
    () => ({ places, accept, doneShown, toggleDone }),
    [places, accept, doneShown, toggleDone],
  );
  return (
    <ThreadsContext value={threads}>
      <TextThreadsContext value={text}>
        <TextHooksContext value={hooks}>
          {children}
          {threads.audiences.length > 0 && <SelectionButton spotOf={marks.spotOf} begin={begin} />}
          {refusal && <output className="selection-refusal">{refusal}</output>}
          {panel && createPortal(<OpenPanel />, panel)}
        </TextHooksContext>
      </TextThreadsContext>
    </ThreadsContext>
  );
}

function useToggled() {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set());
  const toggle = useMemo(
    () => (name: string) => setChosen((now) => now.symmetricDifference(new Set([name]))),
    [],
  );
  return [chosen, toggle] as const;
}

/** On a telephone the open thread stands under its paragraph, inside the editor; elsewhere in the gutter. */
function usePanel(marks: ThreadMarks, { openId, draft }: Threads, doneShown: ReadonlySet<string>) {
  const { people } = useCase();
  const isNarrow = useIsWidth("narrow");
  const [element] = useState(createPanelElement);
  const panel = isNarrow ? element : undefined;
  useEffect(() => {
    marks.setLook({ people, open: openId, draft, doneShown, panel });
  }, [marks, people, openId, draft, doneShown, panel]);
  return panel;
}

function createPanelElement(): HTMLElement {
  const element = document.createElement("div");
  element.className = "thread-panel";
  element.contentEditable = "false";
  return element;
}

/** Anchors what is chosen in an editor; without a choice, the paragraph that has the cursor. */
function useBegin(places: ThreadPlaces, { compose }: Threads) {
  const t = useTranslations("annotation");
  const [refusal, setRefusal] = useState<string>();
  useEffect(() => {
    if (refusal === undefined) return undefined;
    const timer = setTimeout(() => setRefusal(undefined), 6000);
    return () => clearTimeout(timer);
  }, [refusal]);
  const begin = useMemo(
    () =>
      ({ place }: TextSpot, from: number, to: number) => {
        const made = makeAnchorInEditor(places.index, place, from, to);
        setRefusal(made.ok ? undefined : t(`refusal.${made.reason}`));
        if (made.ok) compose({ anchor: made.value, quote: made.value.quote.exact });
      },
    [places, compose, t],
  );
  return { begin, refusal };
}

interface HookParts {
  readonly marks: ThreadMarks;
  readonly begin: (spot: TextSpot, from: number, to: number) => void;
  readonly threads: Threads;
  readonly evidence: TextHooks;
}

/** Kept while it can be: another value binds every editor anew. */
function useTextHooksOf({ marks, begin, threads, evidence }: HookParts): TextHooks {
  const latest = useLatest({ begin, threads });
  const mayBegin = threads.audiences.length > 0;
  return useMemo(
    () => ({
      ...evidence,
      marksOf: marks.sourceFor,
      openMark: (id: string) => {
        if (id !== "draft") latest.current.threads.open(id);
      },
      ...(mayBegin && {
        comment: (spot: TextSpot, { state }: Editor) => {
          const { $from, from, to, empty } = state.selection;
          latest.current.begin(spot, empty ? $from.start() : from, empty ? $from.end() : to);
        },
      }),
    }),
    [marks, latest, mayBegin, evidence],
  );
}

function useEvidenceHooks(): TextHooks {
  const evidence = useEvidence();
  const open = evidence?.open;
  const link = evidence?.link;
  const lost = evidence?.lost;
  return useMemo<TextHooks>(
    () => ({
      ...(open && { openEvidence: open }),
      ...(link && { linkEvidence: link }),
      ...(lost && { lostEvidence: lost }),
    }),
    [open, link, lost],
  );
}
