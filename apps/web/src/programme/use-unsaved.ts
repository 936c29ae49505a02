import { useSyncExternalStore } from "react";
import { useMe } from "../app/session.ts";
import {
  type Begun,
  begunAt,
  begunPlaces,
  clashesOf,
  type Fields,
  followBegun,
  keepBegun,
  type Kept,
  shownOf,
  withChange,
  withoutMine,
} from "./unsaved.ts";

export interface Unsaved<Name extends string> {
  readonly fields: Fields<Name>;
  /** What stands on the server now. */
  readonly kept: Kept<Name>;
  readonly isChanged: boolean;
  /** Somebody else saved another version since I began. */
  readonly isBehind: boolean;
  /** The fields that both changed. */
  readonly clashes: readonly Name[];
  readonly change: (part: Partial<Record<Name, string>>) => void;
  readonly takeTheirs: (name: Name) => void;
  readonly drop: () => void;
}

/** What I changed in a form and have not saved: it waits for me when I go to another page and come back. */
export function useUnsaved<Name extends string>(form: string, kept: Kept<Name>): Unsaved<Name> {
  const place = usePlace(form);
  const now = useSyncExternalStore(followBegun, () => begunAt(place)) as Begun<Name> | undefined;
  return {
    fields: shownOf(now, kept),
    kept,
    isChanged: now !== undefined,
    isBehind: now !== undefined && now.on.version !== kept.version,
    clashes: clashesOf(now, kept),
    change: (part) => keepBegun(place, withChange(now, kept, part)),
    takeTheirs: (name) => now && keepBegun(place, withoutMine(now, name)),
    drop: () => keepBegun(place, undefined),
  };
}

/** What stood there when I began, of a thing that is not there any more. */
export function useBegunOn(form: string): Kept | undefined {
  const place = usePlace(form);
  return useSyncExternalStore(followBegun, () => begunAt(place))?.on;
}

/** Lets go of what I changed in a form that is not on screen. */
export function useDropBegun(form: string): () => void {
  const place = usePlace(form);
  return () => keepBegun(place, undefined);
}

/** The forms of a kind in which words of mine wait: what stands behind the kind in their names. */
export function useBegunForms(kind: string): readonly string[] {
  const start = usePlace(`${kind}/`);
  const names = useSyncExternalStore(followBegun, () =>
    begunPlaces()
      .filter((place) => place.startsWith(start))
      .map((place) => place.slice(start.length))
      .join(" "),
  );
  return names === "" ? [] : names.split(" ");
}

const usePlace = (form: string): string => `${useMe().id}/${form}`;
