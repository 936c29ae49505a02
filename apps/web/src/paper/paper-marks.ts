import type { Anchor, PageAnchor } from "@consilium/workspace";
import { createContext, useMemo } from "react";
import { useTranslations } from "use-intl";
import { useCase } from "../case/case-context.ts";
import type { AvatarPerson } from "../design/avatar.tsx";
import { useRecordMarks } from "../record/record-marks.ts";
import type { ThreadInRecord } from "../record/record-places.ts";
import { authorIn } from "../thread/author-in.ts";
import { useThreads } from "../thread/threads-context.ts";
import { inPageOrder } from "./mark-order.ts";

/** What is marked on a page. */
export interface PaperMark {
  readonly id: string;
  /** `lit`: the place of the link that was followed. `draft`: what is being commented. `chosen`: what has been chosen. */
  readonly look: "thread" | "lit" | "draft" | "chosen";
  readonly anchor: PageAnchor;
  /** Of a thread. */
  readonly author: AvatarPerson | undefined;
  readonly isOpen: boolean;
  readonly label: string;
}

export interface PaperMarks {
  /** Of threads, in the order in which they are come upon. */
  readonly threads: readonly PaperMark[];
  readonly onPage: ReadonlyMap<number, readonly PaperMark[]>;
  readonly openId: string | undefined;
  readonly open: (id: string) => void;
}

export const PaperMarksContext = createContext<PaperMarks>({
  threads: [],
  onPage: new Map(),
  openId: undefined,
  open: () => {},
});

export function usePaperMarks(): PaperMarks {
  const t = useTranslations("paper");
  const { record, here, lit, chosen, openThread } = useRecordMarks();
  const { openId, draft } = useThreads();
  const { people } = useCase();
  return useMemo(() => {
    const nameOf = (name: string, { page, quote }: PageAnchor) =>
      quote ? t("mark.onWords", { name, page, quote: quote.exact }) : t("mark.onRegion", { name, page });
    const threads = inPageOrder(here.flatMap((one) => threadMark(one, openId, people, nameOf)));
    const single = (look: "lit" | "draft" | "chosen", anchor: Anchor | undefined, label: string) =>
      anchor?.kind === "page" && anchor.record === record.id
        ? [{ id: look, look, anchor, author: undefined, isOpen: true, label }]
        : [];
    const others: readonly PaperMark[] = [
      ...single("lit", lit, t("mark.lit")),
      ...single("draft", draft?.anchor, ""),
      // Chosen words are seen by the browser's own colour.
      ...single("chosen", chosen?.kind === "page" && chosen.quote === null ? chosen : undefined, ""),
    ];
    return {
      threads,
      onPage: Map.groupBy([...others, ...threads], ({ anchor }) => anchor.page),
      openId,
      open: openThread,
    };
  }, [t, record.id, here, lit, chosen, openThread, openId, draft, people]);
}

type NameOf = (name: string, anchor: PageAnchor) => string;
type People = ReturnType<typeof useCase>["people"];

function threadMark(
  { thread, place }: ThreadInRecord,
  openId: string | undefined,
  people: People,
  nameOf: NameOf,
): PaperMark[] {
  const isOpen = thread.id === openId;
  if (place.is !== "page" || (thread.state.is !== "open" && !isOpen)) return [];
  const author = authorIn(people, thread.by);
  const label = nameOf(author.name, place.anchor);
  return [{ id: thread.id, look: "thread", anchor: place.anchor, author, isOpen, label }];
}
