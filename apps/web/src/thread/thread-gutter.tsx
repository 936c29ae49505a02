import { memo, type ReactNode, type Ref, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import { Avatar } from "../design/avatar.tsx";
import { useDesk } from "../opinion/desk-context.ts";
import { authorIn } from "./author-in.ts";
import { Composer } from "./composer.tsx";
import { foldCrowds, type GutterGroup, layGutter } from "./gutter-layout.ts";
import { useTextThreads } from "./text-threads-context.ts";
import { ThreadView } from "./thread-view.tsx";
import { useThreads } from "./threads-context.ts";
import { type GutterEntry, useGutterEntries } from "./use-gutter-entries.ts";
import { useHeights } from "./use-heights.ts";

/** Beside the text: each thread at the first line of its words. */
export function ThreadGutter() {
  const t = useTranslations("annotation");
  const { openId, draft } = useThreads();
  const gutter = useRef<HTMLElement>(null);
  const entries = useGutterEntries(gutter);
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(() => new Set());
  const open = draft ? "draft" : openId;
  const groups = useMemo(() => foldCrowds(entries, open, unfolded), [entries, open, unfolded]);
  const { heights, measure } = useHeights();
  const tops = layGutter(
    groups.map((group) => {
      const id = idOf(group);
      return { id, wanted: wantedOf(group), height: heights.get(id) ?? 64 };
    }),
    open,
  );
  // Many cards may reach below the end of the text: the page scrolls as far as the last of them.
  const end = groups.map((group) => (tops.get(idOf(group)) ?? 0) + (heights.get(idOf(group)) ?? 64));
  const minBlockSize = Math.max(0, ...end);
  return (
    <aside ref={gutter} className="thread-gutter" aria-label={t("gutter")} style={{ minBlockSize }}>
      {groups.map((group) => (
        <Placed key={idOf(group)} id={idOf(group)} top={tops.get(idOf(group)) ?? 0} measure={measure}>
          {group.is === "card" ? (
            <GutterCard entry={group.item} isOpen={group.item.id === open} />
          ) : (
            <Fold
              entries={group.items}
              onUnfold={() => setUnfolded((now) => now.union(new Set(group.items.map(({ id }) => id))))}
            />
          )}
        </Placed>
      ))}
    </aside>
  );
}

type Group = GutterGroup<GutterEntry>;
const firstOf = (group: Group) => (group.is === "card" ? group.item : group.items[0]);
const idOf = (group: Group): string =>
  group.is === "card" ? group.item.id : `fold ${group.items.map(({ id }) => id).join(" ")}`;
const wantedOf = (group: Group): number => firstOf(group)?.wanted ?? 0;

interface PlacedProps {
  readonly id: string;
  readonly top: number;
  readonly measure: Ref<HTMLDivElement>;
  readonly children: ReactNode;
}

const Placed = ({ id, top, measure, children }: PlacedProps) => (
  <div className="gutter-place" data-measured={id} ref={measure} style={{ insetBlockStart: top }}>
    {children}
  </div>
);

function GutterCard({ entry, isOpen }: { readonly entry: GutterEntry; readonly isOpen: boolean }) {
  switch (entry.is) {
    case "draft":
      return <Composer key={entry.draft.quote} draft={entry.draft} />;
    case "thread":
      return <ThreadView thread={entry.thread} isOpen={isOpen} lostWords={entry.lostWords} />;
    case "done":
      return <Done section={entry.section} count={entry.count} />;
  }
}

/** "3 resolved": what is done with is one press away. */
function Done({ section, count }: { readonly section: string; readonly count: number }) {
  const t = useTranslations("annotation");
  const { doneShown, toggleDone } = useTextThreads();
  const isShown = doneShown.has(section);
  return (
    <button type="button" className="thread-link" aria-expanded={isShown} onClick={() => toggleDone(section)}>
      {isShown ? t("hideDone", { count }) : t("done", { count })}
    </button>
  );
}

function Fold({
  entries,
  onUnfold,
}: {
  readonly entries: readonly GutterEntry[];
  readonly onUnfold: () => void;
}) {
  const t = useTranslations("annotation");
  const { people } = useCase();
  const authors = new Set(entries.flatMap((entry) => (entry.is === "thread" ? [entry.thread.by] : [])));
  return (
    <button type="button" className="thread-fold" onClick={onUnfold}>
      {[...authors].map((seat) => (
        <Avatar key={seat} person={authorIn(people, seat)} size={20} />
      ))}
      {t("threads", { count: entries.length })}
    </button>
  );
}

/** Whether this text has threads at all: the workpad and an addendum have none. */
export const ThreadGutterOfDesk = memo(function ThreadGutterOfDesk() {
  const { kind } = useDesk();
  return kind === "workpad" || kind === "addendum" ? null : <ThreadGutter />;
});
