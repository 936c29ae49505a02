import type { OpinionContent } from "@consilium/clinical";
import { createLineReader, type LineReader } from "@consilium/foundation";
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

/** Of a section that is read again, only lines that changed are counted. */
function createWordCounts(): (section: Section, text: string) => number {
  const counters = new Map<Section, LineReader<number>>();
  return (section, text) => {
    const counter = counters.get(section) ?? createLineReader(countWords);
    counters.set(section, counter);
    return counter(text).reduce((sum, count) => sum + count, 0);
  };
}

type Part = Section | "items";

function readAgain(
  doc: Doc,
  known: TextContent | undefined,
  changed: ReadonlySet<Part>,
  count: (section: Section, text: string) => number,
): TextContent {
  const sections = { ...known?.sections };
  const words = { ...known?.words };
  for (const part of changed) {
    if (part === "items") continue;
    const text = sectionText(doc, part);
    sections[part] = text;
    words[part] = count(part, text);
  }
  return { sections, words, items: known && !changed.has("items") ? known.items : itemContents(doc) };
}

/** The words of a text, kept up to date: only sections that changed are read again, at most every 300 ms. */
export function watchContent(doc: Doc, sections: readonly Section[]): ContentWatch {
  const content = createWatched<TextContent | undefined>(undefined);
  const count = createWordCounts();
  const dirty = new Set<Part>([...sections, "items"]);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const refresh = () => {
    timer = undefined;
    const changed = new Set(dirty);
    dirty.clear();
    content.set(readAgain(doc, content.getSnapshot(), changed, count));
  };
  const later = () => {
    timer ??= setTimeout(refresh, patience);
  };
  const follow = (what: Part) => () => {
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
