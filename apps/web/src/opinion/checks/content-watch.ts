import type { OpinionContent } from "@consilium/clinical";
import { itemContents, type Section, sectionRoot, sectionText } from "@consilium/workspace";
import { createWatched, type Watchable } from "@consilium/workspace-client";
import type { Doc } from "yjs";

/** Milliseconds: typing is never slowed by what is computed from it. */
const patience = 300;

export interface ContentWatch {
  readonly content: Watchable<OpinionContent>;
  readonly stop: () => void;
}

/** The words of a text, kept up to date: only sections that changed are read again, at most every 300 ms. */
export function watchContent(doc: Doc, sections: readonly Section[]): ContentWatch {
  const read = (names: readonly Section[]) => names.map((name) => [name, sectionText(doc, name)] as const);
  const content = createWatched<OpinionContent>({
    sections: Object.fromEntries(read(sections)),
    items: itemContents(doc),
  });
  const dirty = new Set<Section | "items">();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const refresh = () => {
    timer = undefined;
    const { sections: known, items } = content.getSnapshot();
    const changed = sections.filter((name) => dirty.has(name));
    const withItems = dirty.has("items");
    dirty.clear();
    content.set({
      sections: { ...known, ...Object.fromEntries(read(changed)) },
      items: withItems ? itemContents(doc) : items,
    });
  };
  const follow = (what: Section | "items") => () => {
    dirty.add(what);
    timer ??= setTimeout(refresh, patience);
  };
  const roots = [
    ...sections.map((name) => [doc.getXmlFragment(sectionRoot(name)), follow(name)] as const),
    [doc.getMap("items"), follow("items")] as const,
  ];
  for (const [root, listener] of roots) root.observeDeep(listener);
  return {
    content,
    stop: () => {
      clearTimeout(timer);
      for (const [root, listener] of roots) root.unobserveDeep(listener);
    },
  };
}
