import { present as show, raiseHand as raise, stopPresenting } from "@consilium/clinical";
import { ok, refuse } from "@consilium/foundation";
import { apply } from "../apply.ts";
import type { RoomState } from "../room-state.ts";
import type { Answered, Handler } from "./handler.ts";

export const present: Handler<"present"> = async (room, seat, { on, item }) => {
  if (!on) {
    apply(room, stopPresenting(room.conference, seat));
    return ok({});
  }
  const judged = show(room.conference, seat, item);
  if (!judged.ok) return refuse(judged.reason);
  if (item !== null && !(await room.settings.mayShow(seat, item))) return refuse("no-right");
  return room.inOrder(() => showNext(room, seat, item));
};

async function showNext(room: RoomState, seat: string, item: string | null): Promise<Answered<"present">> {
  const { settings } = room;
  const before = room.conference.presented;
  if (before?.seat === seat && before.item === item) return ok({});
  const judged = show(room.conference, seat, item);
  if (!judged.ok) return refuse(judged.reason);
  await settings.trace({ act: "presents", seat, ...(item !== null && { of: item }) });
  await settings.shown(item);
  const next = show(room.conference, seat, item);
  if (!next.ok) {
    await settings.shown(room.conference.presented?.item ?? null);
    return refuse(next.reason);
  }
  apply(room, next.value);
  return ok({});
}

export const raiseHand: Handler<"raiseHand"> = (room, seat, { up }) => {
  const next = raise(room.conference, seat, up, room.settings.now());
  if (!next.ok) return refuse(next.reason);
  apply(room, next.value);
  return ok({});
};
