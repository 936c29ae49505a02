import type { Audience } from "@consilium/clinical";
import { canonicalJson, createUlid, secureRandom, systemClock } from "@consilium/foundation";
import type {
  Anchor,
  ImageAnchor,
  MarkKind,
  SlideAnchor,
  Thread,
  WaveformAnchor,
} from "@consilium/workspace";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import type { AvatarPerson } from "../design/avatar.tsx";
import { useRecordMarks } from "../record/record-marks.ts";
import { useSeePlace } from "../record/use-see-place.ts";
import { authorIn } from "../thread/author-in.ts";
import { firstAudience } from "../thread/first-audience.ts";
import type { Written } from "../thread/own-layers.ts";
import { useThreads } from "../thread/threads-context.ts";
import { useLatest } from "../thread/use-latest.ts";
import { throttleWrites } from "./throttled-writes.ts";

/** Places of viewers that draw: of DICOM pictures, of slides, of ECGs. */
export type DrawnAnchor = ImageAnchor | SlideAnchor | WaveformAnchor;

/** A mark on a picture of the case, as it is drawn. */
export interface DrawnMark<Place extends DrawnAnchor = DrawnAnchor> {
  /** The thread's; of a mark that is on its way to the layer, its own. */
  readonly id: string;
  readonly thread: Thread | undefined;
  readonly anchor: Place;
  readonly author: AvatarPerson;
  readonly words: string;
  /** Its author looks at it, and may still change it. */
  readonly isOwn: boolean;
  readonly isOpen: boolean;
}

export interface DrawnMarks<Place extends DrawnAnchor> {
  readonly all: readonly DrawnMark<Place>[];
  /** Undefined: this seat may draw nothing. */
  readonly drawing: MarkDrawing<Place> | undefined;
  /** Why the last write did not succeed. */
  readonly error: string | undefined;
}

export interface MarkDrawing<Place extends DrawnAnchor = DrawnAnchor> {
  readonly audience: Audience;
  readonly audiences: readonly Audience[];
  readonly chooseAudience: (audience: Audience) => void;
  /** Resolves to the thread's id; undefined: it was refused, which is said. */
  readonly add: (anchor: Place) => Promise<string | undefined>;
  /** While it is moved; `isLast` when the hand lets go. */
  readonly change: (mark: Pick<DrawnMark, "id">, anchor: Place, isLast: boolean) => void;
  readonly remove: (mark: DrawnMark) => void;
  readonly describe: (mark: DrawnMark, words: string) => void;
}

interface Waiting<Place> {
  readonly id: string;
  readonly anchor: Place;
}

/** Which of the places a viewer draws, and what an entry of the layer with one is called. */
export interface MarkPlaces<Place extends DrawnAnchor> {
  readonly isPlace: (anchor: Anchor | undefined) => anchor is Place;
  readonly kindOf: (anchor: Place) => MarkKind;
}

/**
 * Every mark of the case's pictures of one sort, one's own under the hand as the hand has it. One finished mark is one entry of its
 * author's layer. What comes back from the layer is never written again: only a hand writes.
 */
export function useDrawnMarks<Place extends DrawnAnchor>(places: MarkPlaces<Place>): DrawnMarks<Place> {
  const t = useTranslations("annotation");
  const [error, setError] = useState<string>();
  const say = useCallback(
    (written: Written) => {
      setError(written.ok ? undefined : t(`refusal.${written.reason}`));
      return written;
    },
    [t],
  );
  const { moved, change, forget } = useMoves<Place>(say);
  const { waiting, add: write, drop, ...audience } = useAdding(places, say);
  const add = useSeeing(write);
  const all = useAllMarks(places, moved, waiting);
  const { remove, describe } = useChanging(say, forget, drop);
  const { audiences } = audience;
  const { audience: chosen, chooseAudience } = audience;
  const drawing = useMemo(
    (): MarkDrawing<Place> | undefined =>
      audiences.length === 0
        ? undefined
        : { audience: chosen, audiences, chooseAudience, add, change, remove, describe },
    [chosen, audiences, chooseAudience, add, change, remove, describe],
  );
  return useMemo(() => ({ all, drawing, error }), [all, drawing, error]);
}

/** What was marked last can be linked in the text by Ctrl E. */
function useSeeing<Place extends DrawnAnchor>(add: MarkDrawing<Place>["add"]): MarkDrawing<Place>["add"] {
  const { record } = useRecordMarks();
  const seePlace = useSeePlace(record.filed);
  return useCallback(
    async (anchor: Place) => {
      const id = await add(anchor);
      if (id !== undefined) seePlace(anchor);
      return id;
    },
    [add, seePlace],
  );
}

function useAllMarks<Place extends DrawnAnchor>(
  { isPlace }: MarkPlaces<Place>,
  moved: ReadonlyMap<string, Place>,
  waiting: readonly Waiting<Place>[],
): readonly DrawnMark<Place>[] {
  const { people, detail } = useCase();
  const { threads, openId, rightsOf } = useThreads();
  const own = detail.seat.id;
  return useMemo(() => {
    const written = threads.flatMap((thread): DrawnMark<Place>[] => {
      const { id, body: words, anchor: kept } = thread;
      if (!isPlace(kept)) return [];
      const isOpen = id === openId;
      if (thread.state.is !== "open" && !isOpen) return [];
      const isOwn = thread.by === own && rightsOf(thread).change;
      const anchor = (isOwn && moved.get(id)) || kept;
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
  }, [threads, openId, rightsOf, people, own, moved, waiting, isPlace]);
}

/** New marks, drawn at once, and no longer here when they are threads. */
function useAdding<Place extends DrawnAnchor>(
  { kindOf }: MarkPlaces<Place>,
  say: (written: Written) => Written,
) {
  const { detail } = useCase();
  const { threads, audiences, write } = useThreads();
  const [audience, chooseAudience] = useState<Audience>(() => firstAudience(detail.seat.role, audiences));
  const [waiting, setWaiting] = useState<readonly Waiting<Place>[]>([]);
  const left = waiting.filter(({ id }) => !threads.some((thread) => thread.id === id));
  if (left.length < waiting.length) setWaiting(left);
  const drop = useCallback((id: string) => setWaiting((now) => now.filter((one) => one.id !== id)), []);
  const add = useCallback(
    async (anchor: Place) => {
      const temporary = createUlid(systemClock().getTime(), secureRandom);
      setWaiting((now) => [...now, { id: temporary, anchor }]);
      const written = await write(audience, (layer) => {
        const added = layer.addMark(kindOf(anchor), anchor, "");
        const named = (one: Waiting<Place>) =>
          added.ok && one.id === temporary ? { ...one, id: added.value } : one;
        // Under its lasting id before anybody hears of it, so that it is never drawn twice.
        setWaiting((now) => now.map(named));
        return added;
      });
      say(written);
      if (!written.ok) drop(temporary);
      return written.ok ? written.value : undefined;
    },
    [audience, write, say, drop, kindOf],
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
    ({ id, thread, isOpen }: DrawnMark) => {
      if (!thread) return;
      forget(id);
      drop(id);
      if (isOpen) open(undefined);
      void write(thread.audience, (layer) => layer.takeBack(id)).then(say);
    },
    [write, open, say, forget, drop],
  );
  const describe = useCallback(
    ({ id, thread }: DrawnMark, words: string) => {
      if (thread) void write(thread.audience, (layer) => layer.edit(id, words)).then(say);
    },
    [write, say],
  );
  return { remove, describe };
}

const isSame = (one: Anchor | undefined, other: Anchor): boolean =>
  one !== undefined && canonicalJson({ ...one }) === canonicalJson({ ...other });

/** Own marks under the hand: where the hand has them, until the layer says the same. */
function useMoves<Place extends DrawnAnchor>(say: (written: Written) => Written) {
  const { threads, write } = useThreads();
  const [moved, setMoved] = useState<ReadonlyMap<string, Place>>(new Map());
  const [held, hold] = useState<string>();
  const latest = useLatest({ threads, write, say });
  const [writes] = useState(() =>
    throttleWrites<Place>((id, anchor) => {
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
    ({ id }: Pick<DrawnMark, "id">, anchor: Place, isLast: boolean) => {
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
