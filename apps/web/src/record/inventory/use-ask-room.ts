import { createContext, useContext } from "react";

/** What is being asked for: an item of the list; null: what no list names. */
export interface Asking {
  readonly item: string | null;
}

export const AskRoomContext = createContext<((asking: Asking) => void) | undefined>(undefined);

/** Opens what is asked for. Undefined: there is no room around it. */
export const useAskRoom = () => useContext(AskRoomContext);
