import { present as show, raiseHand as raise, stopPresenting } from "@consilium/clinical";
import { ok, refuse } from "@consilium/foundation";
import { apply } from "../apply.ts";
import type { Handler } from "./handler.ts";

export const present: Handler<"present"> = (room, seat, { on }) => {
  if (!on) {
    apply(room, stopPresenting(room.conference, seat));
    return ok({});
  }
  const next = show(room.conference, seat);
  if (!next.ok) return refuse(next.reason);
  if (room.conference.presenter !== seat) room.settings.trace({ act: "presents", seat });
  apply(room, next.value);
  return ok({});
};

export const raiseHand: Handler<"raiseHand"> = (room, seat, { up }) => {
  const next = raise(room.conference, seat, up, room.settings.now());
  if (!next.ok) return refuse(next.reason);
  apply(room, next.value);
  return ok({});
};
