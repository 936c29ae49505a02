import { audiencesFor, type LayerName, type LayerTarget, parseDocumentName } from "@consilium/clinical";
import { openThreadBook, type Thread, type ThreadBook } from "@consilium/workspace";
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import type { Doc } from "yjs";
import { useCase } from "../case/case-context.ts";
import type { DocumentState } from "../case/document-state.ts";
import { useDocuments } from "../case/use-document.ts";
import { partiesOf } from "./parties.ts";

/**
 * The threads on a target, from all layers of it that this seat reads, kept up to date layer by layer. `own` names layers of
 * this seat that were opened on this page and are not in the case's list yet; `doc` is the target's text, which says what
 * was accepted.
 */
export function useThreadBook(
  target: LayerTarget,
  doc: Doc | undefined,
  own: readonly string[],
): readonly Thread[] {
  const { detail, people } = useCase();
  const { id, role } = detail.seat;
  const [book] = useState(() =>
    openThreadBook(
      { seatId: id, audiences: audiencesFor(role) },
      partiesOf(target, detail, people, () => false),
    ),
  );
  const names = useMemo(() => layersOf(target, [...detail.layers, ...own]), [target, detail.layers, own]);
  const states = useDocuments(names);
  const taken = useRef(new Map<string, Doc>());
  useEffect(() => {
    takeIn(book, taken.current, openLayers(names, states));
  }, [book, names, states]);
  useEffect(() => {
    const held = taken.current;
    return () => takeIn(book, held, new Map());
  }, [book]);
  useEffect(() => {
    const accepted = doc?.getMap<unknown>("accepted");
    const follow = () =>
      book.setParties(partiesOf(target, detail, people, (suggestion) => accepted?.has(suggestion) ?? false));
    follow();
    accepted?.observe(follow);
    return () => accepted?.unobserve(follow);
  }, [book, target, detail, people, doc]);
  return useSyncExternalStore(book.subscribe, book.threads);
}

const layersOf = (target: LayerTarget, names: readonly string[]): readonly string[] =>
  [...new Set(names)].filter((text) => nameOf(text)?.target === target).toSorted();

const openLayers = (names: readonly string[], states: readonly DocumentState[]): ReadonlyMap<string, Doc> =>
  new Map(
    names.flatMap((name, at) => {
      const state = states[at];
      return state?.phase === "open" ? [[name, state.doc] as const] : [];
    }),
  );

/** Only what is new or gone: the status of a layer changes with every write. */
function takeIn(book: ThreadBook, taken: Map<string, Doc>, open: ReadonlyMap<string, Doc>): void {
  for (const [text, doc] of taken) {
    const name = nameOf(text);
    if (open.get(text) === doc || !name) continue;
    book.remove(name);
    taken.delete(text);
  }
  for (const [text, doc] of open) {
    const name = nameOf(text);
    if (taken.has(text) || !name) continue;
    book.add({ name, doc });
    taken.set(text, doc);
  }
}

function nameOf(text: string): LayerName | undefined {
  const name = parseDocumentName(text);
  return name?.kind === "layer" ? name : undefined;
}
