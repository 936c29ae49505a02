import type { AnswerOf, Peer } from "@consilium/conference";
import { createContext, useContext } from "react";

type Joined = AnswerOf<"join">;
/** Who shows what of the case to all. */
export type Presented = NonNullable<Joined["presented"]>;
/** What a seat may do in a conference. */
export type May = Joined["may"][number];

/** The conference that is on screen, for what lies beside its people: what is shown, and the notes. */
export interface ConferenceRoom {
  readonly conferenceId: string;
  /** The seat of whoever looks. */
  readonly own: string;
  /** All who are here, oneself included. */
  readonly peers: readonly Peer[];
  readonly presented: Presented | null;
  readonly may: readonly May[];
  /** Shows a record by its id or a document by its name; null: nothing yet. Throws `ConferenceRefused`, `LineClosed`. */
  readonly present: (item: string | null) => Promise<void>;
  /** Throws `LineClosed`. */
  readonly stopPresenting: () => Promise<void>;
}

export const RoomContext = createContext<ConferenceRoom | undefined>(undefined);

/** Below the door of a conference only: whoever calls it is in. */
export function useConferenceRoom(): ConferenceRoom {
  const room = useContext(RoomContext);
  if (!room) throw new Error("This part of the screen needs an open conference");
  return room;
}
