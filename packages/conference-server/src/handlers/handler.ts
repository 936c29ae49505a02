import type { AnswerOf, ConferenceRefusalReason, InputOf, Method } from "@consilium/conference";
import type { Result } from "@consilium/foundation";
import type { RoomState } from "../room-state.ts";

/** What a request of one kind does, by whoever's seat it is. */
export type Handler<Name extends Method> = (
  room: RoomState,
  seat: string,
  input: InputOf<Name>,
) => Answered<Name> | Promise<Answered<Name>>;

export type Answered<Name extends Method> = Result<AnswerOf<Name>, ConferenceRefusalReason>;
