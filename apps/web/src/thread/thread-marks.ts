import { resolveTextAnchor, sectionOf, type Thread } from "@consilium/workspace";
import type { CasePerson } from "../case/people.ts";
import type { Mark, MarkSource } from "../editor/marks.ts";
import type { TextSpot } from "../opinion/text-hooks.ts";
import { isSamePlace } from "./text-places.ts";
import type { PlacedThread, ThreadPlaces } from "./thread-places.ts";
import type { Draft } from "./threads-context.ts";

/** What the marks of a text depend on beside the places. Told anew with every change of it. */
export interface MarkLook {
  readonly people: ReadonlyMap<string, CasePerson>;
  readonly open: string | undefined;
  readonly draft: Draft | undefined;
  readonly doneShown: ReadonlySet<string>;
  /** Where threads open in place: what stands under the paragraph of the open one. */
  readonly panel: HTMLElement | undefined;
}

/** Places and looks of all marks of one text; the editors of its places ask it. */
export interface ThreadMarks {
  readonly sourceFor: (spot: TextSpot) => MarkSource;
  /** The spot of a rich text whose editor has asked for marks. */
  readonly spotOf: (fragment: unknown) => TextSpot | undefined;
  readonly setLook: (look: MarkLook) => void;
}

const plain: MarkLook = {
  people: new Map(),
  open: undefined,
  draft: undefined,
  doneShown: new Set(),
  panel: undefined,
};

export function createThreadMarks(places: ThreadPlaces): ThreadMarks {
  let look = plain;
  const listeners = new Set<() => void>();
  const spots = new Map<unknown, TextSpot>();
  return {
    setLook: (next) => {
      look = next;
      for (const listener of listeners) listener();
    },
    spotOf: (fragment) => spots.get(fragment),
    sourceFor: (spot) => {
      spots.set(spot.fragment, spot);
      const marks = () => marksIn(places, spot.place, look);
      return {
        place: marks,
        panel: () => {
          const end = marks().findLast(({ open }) => open)?.to;
          return look.panel && end !== undefined ? { behind: end, element: look.panel } : undefined;
        },
        subscribe: (changed) => {
          listeners.add(changed);
          const stop = places.subscribe(changed);
          return () => {
            listeners.delete(changed);
            stop();
          };
        },
      };
    },
  };
}

function marksIn(places: ThreadPlaces, place: TextSpot["place"], look: MarkLook): Mark[] {
  return [
    ...places.placed().flatMap((placed) => marksOf(places, placed, place, look)),
    ...draftMarks(places, place, look),
  ];
}

function marksOf(
  places: ThreadPlaces,
  { thread, found }: PlacedThread,
  place: TextSpot["place"],
  look: MarkLook,
): Mark[] {
  if (!found || found.state === "orphaned" || !isSamePlace(found.at.where, place)) return [];
  const section = sectionOf(places.index.doc, found.at.where);
  if (!isShown(thread, look.open, section !== undefined && look.doneShown.has(section))) return [];
  const isProposed = thread.kind === "suggestion" && thread.state.is === "open";
  return [
    {
      id: thread.id,
      from: found.at.from,
      to: found.at.to,
      look: isProposed ? "suggestion" : "thread",
      colour: look.people.get(thread.by)?.colour ?? "slate",
      ...(isProposed && thread.replacement && { replacement: thread.replacement }),
      open: thread.id === look.open,
    },
  ];
}

/** What is done with hides, unless it is open or asked for. */
export const isShown = ({ state, id }: Thread, open: string | undefined, isDoneShown: boolean): boolean =>
  state.is === "open" || id === open || isDoneShown;

function draftMarks(places: ThreadPlaces, place: TextSpot["place"], { draft }: MarkLook): Mark[] {
  if (draft?.anchor.kind !== "text") return [];
  const found = resolveTextAnchor(places.index, draft.anchor);
  if (found.state === "orphaned" || !isSamePlace(found.at.where, place)) return [];
  return [{ id: "draft", from: found.at.from, to: found.at.to, look: "draft", colour: "slate", open: true }];
}
