import type { OpinionContent } from "@consilium/clinical";
import { countWords, itemContents, type Section, sectionRoot, sectionText } from "@consilium/workspace";
import { createWatched, type Watchable } from "@consilium/workspace-client";
import type { Doc } from "yjs";

/** Milliseconds: typing is never slowed by what is computed from it, nor the opening of a text. */
const patience = 300;

export interface TextContent extends OpinionContent {
  /** How many words each section has. */
  readonly words: Readonly<Record<string, number>>;
}

export interface ContentWatch {
  /** Undefined until it is read for the first time. */
  readonly content: Watchable<TextContent | undefined>;
  readonly stop: () => void;
}

/** The words of a text, kept up to date: only sections that changed are read again, at most every 300 ms. */
export function watchContent(doc: Doc, sections: readonly Section[]): ContentWatch {
  const content = createWatched<TextContent | undefined>(undefined);
  const dirty = new Set<Section | "items">([...sections, "items"]);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const refresh = () => {
    timer = undefined;
    const known = content.getSnapshot();
    const texts = sections
      .filter((name) => dirty.has(name))
      .map((name) => [name, sectionText(doc, name)] as const);
    const counts = texts.map(([name, text]) => [name, countWords(text)] as const);
    const items = known && !dirty.has("items") ? known.items : itemContents(doc);
    dirty.clear();
    content.set({
      sections: { ...known?.sections, ...Object.fromEntries(texts) },
      words: { ...known?.words, ...Object.fromEntries(counts) },
      items,
    });
  };
  const later = () => {
    timer ??= setTimeout(refresh, patience);
  };
  const follow = (what: Section | "items") => () => {
    dirty.add(what);
    later();
  };
  const roots = [
    ...sections.map((name) => [doc.getXmlFragment(sectionRoot(name)), follow(name)] as const),
    [doc.getMap("items"), follow("items")] as const,
  ];
  for (const [root, listener] of roots) root.observeDeep(listener);
  later();
  return {
    content,
    stop: () => {
      clearTimeout(timer);
      for (const [root, listener] of roots) root.unobserveDeep(listener);
    },
  };
}
