import type { Audience } from "@consilium/clinical";
import { canonicalJson, createUlid, secureRandom, systemClock } from "@consilium/foundation";
import type { Anchor, ImageAnchor, ImageTool, MarkKind, Thread } from "@consilium/workspace";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
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
  const { people, detail } = useCase();
  const { threads, openId, rightsOf } = useThreads();
  const [waiting, setWaiting] = useState<readonly Waiting[]>([]);
  const { moved, ...hand } = useHand(setWaiting);
  const own = detail.seat.id;
  useEffect(() => {
    // Once it is a thread it goes when the thread goes.
    setWaiting((now) => {
      const left = now.filter(({ id }) => !threads.some((thread) => thread.id === id));
      return left.length === now.length ? now : left;
    });
  }, [threads]);
  const all = useMemo(() => {
    const written = threads.flatMap((thread): StudyMark[] => {
      if (thread.anchor?.kind !== "image") return [];
      const isOpen = thread.id === openId;
      if (thread.state.is !== "open" && !isOpen) return [];
      const isOwn = thread.by === own && rightsOf(thread).change;
      const anchor = (isOwn && moved.get(thread.id)) || thread.anchor;
      const author = authorIn(people, thread.by);
      return [{ id: thread.id, thread, anchor, author, words: thread.body, isOwn, isOpen }];
    });
    const known = new Set(written.map(({ id }) => id));
    const author = authorIn(people, own);
    const coming = waiting.filter(({ id }) => !known.has(id));
    return [
      ...written,
      ...coming.map(({ id, anchor }) => ({
        id,
        thread: undefined,
        anchor,
        author,
        words: "",
        isOwn: false,
        isOpen: false,
      })),
    ];
  }, [threads, openId, rightsOf, people, own, moved, waiting]);
  const { drawing, error } = hand;
  return useMemo(() => ({ all, drawing, error }), [all, drawing, error]);
}

function useHand(setWaiting: (change: (now: readonly Waiting[]) => readonly Waiting[]) => void) {
  const t = useTranslations("annotation");
  const { detail } = useCase();
  const { audiences, write, open } = useThreads();
  const [audience, chooseAudience] = useState<Audience>(() => firstAudience(detail.seat.role, audiences));
  const [error, setError] = useState<string>();
  const say = useCallback(
    (written: Written) => {
      setError(written.ok ? undefined : t(`refusal.${written.reason}`));
      return written;
    },
    [t],
  );
  const { moved, change, forget } = useMoves(say);
  const add = useCallback(
    async (anchor: ImageAnchor) => {
      const temporary = createUlid(systemClock().getTime(), secureRandom);
      setWaiting((now) => [...now, { id: temporary, anchor }]);
      const written = say(
        await write(audience, (layer) => {
          const added = layer.addMark(kindOf(anchor), anchor, "");
          // Under its lasting id before anybody hears of it, so that it is never drawn twice.
          if (added.ok)
            setWaiting((now) => now.map((one) => (one.id === temporary ? { ...one, id: added.value } : one)));
          return added;
        }),
      );
      const id = written.ok ? written.value : temporary;
      if (!written.ok) setWaiting((now) => now.filter((one) => one.id !== id));
      return written.ok ? id : undefined;
    },
    [audience, write, say, setWaiting],
  );
  const remove = useCallback(
    async ({ id, thread, isOpen }: StudyMark) => {
      if (!thread) return;
      forget(id);
      setWaiting((now) => now.filter((one) => one.id !== id));
      const written = say(await write(thread.audience, (layer) => layer.takeBack(id)));
      if (written.ok && isOpen) open(undefined);
    },
    [write, open, say, forget, setWaiting],
  );
  const describe = useCallback(
    async ({ id, thread }: StudyMark, words: string) => {
      if (thread) say(await write(thread.audience, (layer) => layer.edit(id, words)));
    },
    [write, say],
  );
  const drawing = useMemo(
    (): MarkDrawing | undefined =>
      audiences.length === 0
        ? undefined
        : {
            audience,
            audiences,
            chooseAudience,
            add,
            change,
            remove: (mark) => void remove(mark),
            describe: (mark, words) => void describe(mark, words),
          },
    [audience, audiences, add, change, remove, describe],
  );
  return { moved, drawing, error };
}

const isSame = (one: Anchor | undefined, other: Anchor): boolean =>
  one !== undefined && canonicalJson({ ...one }) === canonicalJson({ ...other });

/** Own marks under the hand: where the hand has them, until the layer says the same. */
function useMoves(say: (written: Written) => Written) {
  const { threads, write } = useThreads();
  const [moved, setMoved] = useState<ReadonlyMap<string, ImageAnchor>>(new Map());
  const held = useRef<string>(undefined);
  const latest = useLatest({ threads, write, say });
  const [writes] = useState(() =>
    throttleWrites<ImageAnchor>((id, anchor) => {
      const { threads: now, write: send, say: tell } = latest.current;
      const thread = now.find((one) => one.id === id);
      if (thread) void send(thread.audience, (layer) => layer.refresh(id, anchor)).then(tell);
    }),
  );
  useEffect(() => () => writes.flush(), [writes]);
  useEffect(() => {
    setMoved((now) => {
      const kept = [...now].filter(([id, anchor]) => {
        const thread = threads.find((one) => one.id === id);
        return thread && (held.current === id || !isSame(thread.anchor, anchor));
      });
      return kept.length === now.size ? now : new Map(kept);
    });
  }, [threads]);
  const change = useCallback(
    ({ id }: StudyMark, anchor: ImageAnchor, isLast: boolean) => {
      held.current = isLast ? undefined : id;
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
