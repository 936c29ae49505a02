import type { ConferenceRefusalReason, ReadRequest } from "@consilium/conference";
import { refuse, type Result } from "@consilium/foundation";
import { handlers } from "./handlers/index.ts";
import { CannotCarry, NoMedia, NoSuchThing } from "./media.ts";
import type { RoomState } from "./room-state.ts";

type Answer = Result<unknown, ConferenceRefusalReason>;

/** Does what is asked, in the seat of whoever asks. Never throws: what goes wrong beside it becomes a reason. */
export async function answer(room: RoomState, seat: string, asked: ReadRequest): Promise<Answer> {
  try {
    return await handle(room, seat, asked);
  } catch (cause) {
    if (cause instanceof NoMedia) return refuse("no-media");
    if (cause instanceof NoSuchThing) return refuse("no-such-thing");
    if (cause instanceof CannotCarry) return refuse("cannot-carry");
    room.settings.failed(cause);
    return refuse("failed");
  }
}

function handle(room: RoomState, seat: string, { method, input }: ReadRequest): Answer | Promise<Answer> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Handlers are kept by method, and the input was read by the same.
  const handler = handlers[method] as (
    room: RoomState,
    seat: string,
    input: unknown,
  ) => Answer | Promise<Answer>;
  return handler(room, seat, input);
}
