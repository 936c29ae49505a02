import { present as show, raiseHand as raise, stopPresenting } from "@consilium/clinical";
import { ok, refuse } from "@consilium/foundation";
import { apply } from "../apply.ts";
import type { Handler } from "./handler.ts";

export const present: Handler<"present"> = async (room, seat, { on, item }) => {
  if (!on) {
    apply(room, stopPresenting(room.conference, seat));
    return ok({});
  }
  const judged = show(room.conference, seat, item);
  if (!judged.ok) return refuse(judged.reason);
  if (item !== null && !(await room.settings.mayShow(seat, item))) return refuse("no-right");
  const before = room.conference.presented;
  if (before?.seat === seat && before.item === item) return ok({});
  await room.settings.trace({ act: "presents", seat, ...(item !== null && { of: item }) });
  await room.settings.shown(item);
  const next = show(room.conference, seat, item);
  if (!next.ok) {
    await room.settings.shown(room.conference.presented?.item ?? null);
    return refuse(next.reason);
  }
  apply(room, next.value);
  return ok({});
};

export const raiseHand: Handler<"raiseHand"> = (room, seat, { up }) => {
  const next = raise(room.conference, seat, up, room.settings.now());
  if (!next.ok) return refuse(next.reason);
  apply(room, next.value);
  return ok({});
};
