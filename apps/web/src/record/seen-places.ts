import { canonicalJson } from "@consilium/foundation";
import type { Anchor, Evidence } from "@consilium/workspace";
import { createContext, useContext, useState } from "react";

const most = 5;

const isSame = (one: Anchor, other: Anchor): boolean =>
  canonicalJson({ ...one }) === canonicalJson({ ...other });

/** Words are chosen letter by letter: what grew out of the same beginning, or shrank to it, is one choice. */
function isSameChoice(before: Anchor, now: Anchor): boolean {
  if (before.kind === "record-text" && now.kind === "record-text")
    return before.record === now.record && (before.start === now.start || before.end === now.end);
  if (before.kind !== "page" || now.kind !== "page" || !before.quote || !now.quote) return false;
  const [one, other] = [before.quote.exact, now.quote.exact];
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  const isGrown = long.startsWith(short) || long.endsWith(short);
  return before.record === now.record && before.page === now.page && isGrown;
}

/** The places last looked at, the newest first. */
export function withSeen(seen: readonly Evidence[], evidence: Evidence): readonly Evidence[] {
  const others = seen.filter(
    ({ anchor }, at) =>
      !isSame(anchor, evidence.anchor) && !(at === 0 && isSameChoice(anchor, evidence.anchor)),
  );
  return [evidence, ...others].slice(0, most);
}

/** What was chosen, marked or followed last in the records of a case, wherever they lay open. */
export interface SeenPlaces {
  readonly last: () => readonly Evidence[];
  readonly see: (evidence: Evidence) => void;
}

function createSeenPlaces(): SeenPlaces {
  let seen: readonly Evidence[] = [];
  return {
    last: () => seen,
    see: (evidence) => {
      seen = withSeen(seen, evidence);
    },
  };
}

/** The same ones as long as the case lies open: nothing on screen follows them. */
export const useNewSeenPlaces = (): SeenPlaces => useState(createSeenPlaces)[0];

export const SeenPlacesContext = createContext<SeenPlaces>(createSeenPlaces());

export const useSeenPlaces = (): SeenPlaces => useContext(SeenPlacesContext);
