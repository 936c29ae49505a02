import type { Thread } from "@consilium/workspace";
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
}

/** Places and looks of all marks of one text; the editors of its places ask it. */
export interface ThreadMarks {
  readonly sourceFor: (spot: TextSpot) => MarkSource;
  readonly setLook: (look: MarkLook) => void;
}

export function createThreadMarks(places: ThreadPlaces): ThreadMarks {
  let look: MarkLook = { people: new Map(), open: undefined, draft: undefined };
  const listeners = new Set<() => void>();
  return {
    setLook: (next) => {
      look = next;
      for (const listener of listeners) listener();
    },
    sourceFor: ({ place }) => ({
      place: () => [
        ...places.placed().flatMap((placed) => marksOf(placed, place, look)),
        ...draftMarks(place, look),
      ],
      subscribe: (changed) => {
        listeners.add(changed);
        const stop = places.subscribe(changed);
        return () => {
          listeners.delete(changed);
          stop();
        };
      },
    }),
  };
}

/** What is done with is not marked, unless it is open. */
export const isShown = ({ state, id }: Thread, open: string | undefined): boolean =>
  state.is === "open" || id === open;

function marksOf({ thread, found }: PlacedThread, place: TextSpot["place"], look: MarkLook): Mark[] {
  const { people, open } = look;
  if (!found || found.state === "orphaned" || !isSamePlace(found.at.where, place)) return [];
  if (!isShown(thread, open)) return [];
  const isProposed = thread.kind === "suggestion" && thread.state.is === "open" && found.state !== "changed";
  return [
    {
      id: thread.id,
      from: found.at.from,
      to: found.at.to,
      look: isProposed ? "suggestion" : "thread",
      colour: people.get(thread.by)?.colour ?? "slate",
      ...(isProposed && thread.replacement && { replacement: thread.replacement }),
      open: thread.id === open,
    },
  ];
}

function draftMarks(place: TextSpot["place"], { draft }: MarkLook): Mark[] {
  if (!draft || !("spot" in draft) || !isSamePlace(draft.spot.place, place)) return [];
  return [{ id: "draft", from: draft.from, to: draft.to, look: "draft", colour: "slate", open: true }];
}
