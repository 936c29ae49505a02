import type { Audience } from "@consilium/clinical";
import { canonicalJson, createUlid, secureRandom, systemClock } from "@consilium/foundation";
import type { Anchor, ImageAnchor, ImageTool, MarkKind, Thread } from "@consilium/workspace";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import type { AvatarPerson } from "../design/avatar.tsx";
import { authorIn } from "../thread/author-in.ts";
import { firstAudience } from "../thread/first-audience.ts";
import type { Written } from "../thread/own-layers.ts";
import { useThreads } from "../thread/threads-context.ts";
import { useLatest } from "../thread/use-latest.ts";
import { throttleWrites } from "./throttled-writes.ts";

/** A mark on a picture of the case, as it is drawn. */
export interface StudyMark {
  /** The thread's; of a mark that is on its way to the layer, its own. */
  readonly id: string;
  readonly thread: Thread | undefined;
  readonly anchor: ImageAnchor;
  readonly author: AvatarPerson;
  readonly words: string;
  /** Its author looks at it, and may still change it. */
  readonly isOwn: boolean;
  readonly isOpen: boolean;
}

export interface StudyMarks {
  readonly all: readonly StudyMark[];
  /** Undefined: this seat may draw nothing. */
  readonly drawing: MarkDrawing | undefined;
  /** Why the last write did not succeed. */
  readonly error: string | undefined;
}

export interface MarkDrawing {
  readonly audience: Audience;
  readonly audiences: readonly Audience[];
  readonly chooseAudience: (audience: Audience) => void;
  /** Resolves to the thread's id; undefined: it was refused, which is said. */
  readonly add: (anchor: ImageAnchor) => Promise<string | undefined>;
  /** While it is moved; `isLast` when the hand lets go. */
  readonly change: (mark: StudyMark, anchor: ImageAnchor, isLast: boolean) => void;
  readonly remove: (mark: StudyMark) => void;
  readonly describe: (mark: StudyMark, words: string) => void;
}

interface Waiting {
  readonly id: string;
  readonly anchor: ImageAnchor;
}

const measuring: ReadonlySet<ImageTool> = new Set<ImageTool>([
  "length",
  "bidirectional",
  "angle",
  "cobb-angle",
  "ellipse",
  "rectangle",
  "circle",
  "freehand",
]);

/** What an entry of the layer is: a measure, a mark, or a whole picture. */
export const kindOf = ({ mark }: ImageAnchor): MarkKind =>
  mark === null ? "region" : measuring.has(mark.tool) ? "measure" : "mark";

/**
 * Every mark of the case's pictures, one's own under the hand as the hand has it. One finished mark is one entry of its
 * author's layer. What comes back from the layer is never written again: only a hand writes.
 */
export function useMarks(): StudyMarks {
  const t = useTranslations("annotation");
  const [error, setError] = useState<string>();
  const say = useCallback(
    (written: Written) => {
      setError(written.ok ? undefined : t(`refusal.${written.reason}`));
      return written;
    },
    [t],
  );
  const { moved, change, forget } = useMoves(say);
  const { waiting, add, drop, ...audience } = useAdding(say);
  const all = useAllMarks(moved, waiting);
  const { remove, describe } = useChanging(say, forget, drop);
  const { audiences } = audience;
  const { audience: chosen, chooseAudience } = audience;
  const drawing = useMemo(
    (): MarkDrawing | undefined =>
      audiences.length === 0
        ? undefined
        : { audience: chosen, audiences, chooseAudience, add, change, remove, describe },
    [chosen, audiences, chooseAudience, add, change, remove, describe],
  );
  return useMemo(() => ({ all, drawing, error }), [all, drawing, error]);
}

function useAllMarks(
  moved: ReadonlyMap<string, ImageAnchor>,
  waiting: readonly Waiting[],
): readonly StudyMark[] {
  const { people, detail } = useCase();
  const { threads, openId, rightsOf } = useThreads();
  const own = detail.seat.id;
  return useMemo(() => {
    const written = threads.flatMap((thread): StudyMark[] => {
      if (thread.anchor?.kind !== "image") return [];
      const { id, body: words } = thread;
      const isOpen = id === openId;
      if (thread.state.is !== "open" && !isOpen) return [];
      const isOwn = thread.by === own && rightsOf(thread).change;
      const anchor = (isOwn && moved.get(id)) || thread.anchor;
      return [{ id, thread, anchor, author: authorIn(people, thread.by), words, isOwn, isOpen }];
    });
    const common = {
      thread: undefined,
      author: authorIn(people, own),
      words: "",
      isOwn: false,
      isOpen: false,
    };
    return [...written, ...waiting.map(({ id, anchor }) => ({ ...common, id, anchor }))];
  }, [threads, openId, rightsOf, people, own, moved, waiting]);
}

/** New marks, drawn at once, and no longer here when they are threads. */
function useAdding(say: (written: Written) => Written) {
  const { detail } = useCase();
  const { threads, audiences, write } = useThreads();
  const [audience, chooseAudience] = useState<Audience>(() => firstAudience(detail.seat.role, audiences));
  const [waiting, setWaiting] = useState<readonly Waiting[]>([]);
  const left = waiting.filter(({ id }) => !threads.some((thread) => thread.id === id));
  if (left.length < waiting.length) setWaiting(left);
  const drop = useCallback((id: string) => setWaiting((now) => now.filter((one) => one.id !== id)), []);
  const add = useCallback(
    async (anchor: ImageAnchor) => {
      const temporary = createUlid(systemClock().getTime(), secureRandom);
      setWaiting((now) => [...now, { id: temporary, anchor }]);
      const written = await write(audience, (layer) => {
        const added = layer.addMark(kindOf(anchor), anchor, "");
        const named = (one: Waiting) =>
          added.ok && one.id === temporary ? { ...one, id: added.value } : one;
        // Under its lasting id before anybody hears of it, so that it is never drawn twice.
        setWaiting((now) => now.map(named));
        return added;
      });
      say(written);
      if (!written.ok) drop(temporary);
      return written.ok ? written.value : undefined;
    },
    [audience, write, say, drop],
  );
  return { waiting: left, add, drop, audience, audiences, chooseAudience };
}

function useChanging(
  say: (written: Written) => Written,
  forget: (id: string) => void,
  drop: (id: string) => void,
) {
  const { write, open } = useThreads();
  const remove = useCallback(
    ({ id, thread, isOpen }: StudyMark) => {
      if (!thread) return;
      forget(id);
      drop(id);
      if (isOpen) open(undefined);
      void write(thread.audience, (layer) => layer.takeBack(id)).then(say);
    },
    [write, open, say, forget, drop],
  );
  const describe = useCallback(
    ({ id, thread }: StudyMark, words: string) => {
      if (thread) void write(thread.audience, (layer) => layer.edit(id, words)).then(say);
    },
    [write, say],
  );
  return { remove, describe };
}

const isSame = (one: Anchor | undefined, other: Anchor): boolean =>
  one !== undefined && canonicalJson({ ...one }) === canonicalJson({ ...other });

/** Own marks under the hand: where the hand has them, until the layer says the same. */
function useMoves(say: (written: Written) => Written) {
  const { threads, write } = useThreads();
  const [moved, setMoved] = useState<ReadonlyMap<string, ImageAnchor>>(new Map());
  const [held, hold] = useState<string>();
  const latest = useLatest({ threads, write, say });
  const [writes] = useState(() =>
    throttleWrites<ImageAnchor>((id, anchor) => {
      const { threads: now, write: send, say: tell } = latest.current;
      const thread = now.find((one) => one.id === id);
      if (thread) void send(thread.audience, (layer) => layer.refresh(id, anchor)).then(tell);
    }),
  );
  useEffect(() => () => writes.flush(), [writes]);
  const kept = [...moved].filter(([id, anchor]) => {
    const thread = threads.find((one) => one.id === id);
    return thread && (held === id || !isSame(thread.anchor, anchor));
  });
  if (kept.length < moved.size) setMoved(new Map(kept));
  const change = useCallback(
    ({ id }: StudyMark, anchor: ImageAnchor, isLast: boolean) => {
      hold(isLast ? undefined : id);
      setMoved((now) => new Map(now).set(id, anchor));
      writes.offer(id, anchor);
      if (isLast) writes.flush();
    },
    [writes],
  );
  const forget = useCallback(
    (id: string) => {
      writes.forget(id);
      setMoved((now) => new Map([...now].filter(([moving]) => moving !== id)));
    },
    [writes],
  );
  return { moved, change, forget };
}
