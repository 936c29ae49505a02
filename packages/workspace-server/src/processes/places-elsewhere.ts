import type { SeatPlace } from "@consilium/workspace";
import { silentFor } from "./carets-elsewhere.ts";

/** Where the people of other processes are, by case and process, as they last said it. */
export interface PlacesElsewhere {
  /** True: something is not as it was. `at`: milliseconds since 1970. */
  readonly hear: (caseId: string, from: string, places: readonly SeatPlace[], at: number) => boolean;
  readonly of: (caseId: string) => readonly SeatPlace[];
  /** Forgets processes that were silent. Returns the cases in which somebody has gone with them. */
  readonly missSilentProcesses: (now: number) => readonly string[];
  readonly forget: (caseId: string) => void;
}

interface PlacesThere {
  readonly heardAt: number;
  readonly places: readonly SeatPlace[];
  /** To compare with. */
  readonly text: string;
}

export function createPlacesElsewhere(): PlacesElsewhere {
  const cases = new Map<string, Map<string, PlacesThere>>();
  return {
    hear: (caseId, from, places, at) => {
      const there = cases.get(caseId) ?? new Map<string, PlacesThere>();
      const text = JSON.stringify(places);
      const before = there.get(from)?.text ?? "[]";
      if (places.length === 0) there.delete(from);
      else cases.set(caseId, there.set(from, { heardAt: at, places, text }));
      return text !== before;
    },
    of: (caseId) => [...(cases.get(caseId)?.values() ?? [])].flatMap(({ places }) => places),
    missSilentProcesses: (now) =>
      [...cases].flatMap(([caseId, there]) => {
        const silent = [...there].filter(([, { heardAt }]) => now - heardAt > silentFor);
        for (const [from] of silent) there.delete(from);
        return silent.length > 0 ? [caseId] : [];
      }),
    forget: (caseId) => void cases.delete(caseId),
  };
}
