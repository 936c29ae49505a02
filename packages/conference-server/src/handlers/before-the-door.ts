import { come, goIn as enter, leave as go } from "@consilium/clinical";
import { ok, refuse } from "@consilium/foundation";
import { apply } from "../apply.ts";
import { peersOf } from "../room-state.ts";
import type { Handler } from "./handler.ts";

/** The page says that it is here, after its socket was opened: a place that was kept goes on. */
export const join: Handler<"join"> = (room, seat) => {
  const person = room.people.get(seat);
  if (!person) return refuse("no-right");
  const next = come(room.conference, seat, person.party);
  if (!next.ok) return refuse(next.reason);
  const isNew =
    room.conference.attendees.get(seat)?.attendance.at !== next.value.attendees.get(seat)?.attendance.at;
  apply(room, next.value);
  if (isNew) room.settings.trace({ act: "came", seat });
  const { state, presented } = room.conference;
  const health = room.settings.media.health();
  return ok({
    seat,
    state,
    presented,
    peers: peersOf(room),
    may: [...mayDo[person.party]],
    media: health,
  });
};

const mayDo = {
  host: ["admit", "mute", "remove", "end", "present", "share-screen"],
  member: ["present", "share-screen"],
  guest: [],
} as const;

export const goIn: Handler<"goIn"> = (room, seat) => {
  const next = enter(room.conference, seat, room.settings.now());
  if (!next.ok) return refuse(next.reason);
  const was = room.conference.attendees.get(seat)?.attendance.at;
  apply(room, next.value);
  const at = room.conference.attendees.get(seat)?.attendance.at;
  if (at === "in" && was !== "in") room.settings.trace({ act: "in", seat });
  return at === "waiting" || at === "in" ? ok({ at }) : refuse("not-here");
};

export const leave: Handler<"leave"> = (room, seat) => {
  room.settings.trace({ act: "left", seat });
  apply(room, go(room.conference, seat));
  return ok({});
};
