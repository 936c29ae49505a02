import type { Place } from "@consilium/workspace";
import { createContext, useCallback, useContext, useState } from "react";
import { useCase } from "../case/case-context.ts";

/**
 * Around viewers that several people look into at once: who is followed in all of them, and what else is said of where this seat is.
 * Without it each viewer follows whom one chooses there.
 */
export interface LookingTogether {
  /** The seat that is followed in whatever lies open. Undefined: one looks by oneself. */
  readonly following: string | undefined;
  /** Undefined: nobody any more. The same function at each rendering. */
  readonly follow: (seat: string | undefined) => void;
  /** Says where this seat is; null: nowhere. The same function at each rendering. */
  readonly show: (place: Place | null) => void;
  /** Says where its pointer is in what lies open. Undefined: nobody asks. */
  readonly point: ((pointer: Place["pointer"]) => void) | undefined;
}

export const LookingTogetherContext = createContext<LookingTogether | undefined>(undefined);

export const useLookingTogether = (): LookingTogether | undefined => useContext(LookingTogetherContext);

/** The seat that is followed here, and how to follow another one or nobody. */
export function useFollowed(): readonly [
  following: string | undefined,
  follow: (seat: string | undefined) => void,
] {
  const together = useLookingTogether();
  const [following, follow] = useState<string>();
  return together ? [together.following, together.follow] : [following, follow];
}

/** Tells the others where this seat is. The same function at each rendering. */
export function useShow(): (place: Place | null) => void {
  const { client } = useCase();
  const together = useLookingTogether();
  const showAlone = useCallback((place: Place | null) => client.showPlace(place), [client]);
  return together?.show ?? showAlone;
}
