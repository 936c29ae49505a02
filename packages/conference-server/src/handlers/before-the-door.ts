import { come, type Conference, goIn as enter, isPresent, leave as go } from "@consilium/clinical";
import { ok, refuse } from "@consilium/foundation";
import { apply } from "../apply.ts";
import { knownTo, type RoomState } from "../room-state.ts";
import type { Answered, Handler } from "./handler.ts";

/** The page says that it is here, after its socket was opened: a place that was kept goes on. */
export const join: Handler<"join"> = (room, seat) => room.inOrder(() => comeIn(room, seat));

async function comeIn(room: RoomState, seat: string): Promise<Answered<"join">> {
  const person = room.people.get(seat);
  if (!person) return refuse("no-right");
  const judged = come(room.conference, seat, person.party);
  if (!judged.ok) return refuse(judged.reason);
  const placeIn = ({ attendees }: Conference) => attendees.get(seat)?.attendance.at;
  if (placeIn(room.conference) !== placeIn(judged.value)) await room.settings.trace({ act: "came", seat });
  const next = come(room.conference, seat, person.party);
  if (!next.ok) return refuse(next.reason);
  apply(room, next.value);
  const health = room.settings.media.health();
  return ok({
    seat,
    now: room.settings.now(),
    state: room.conference.state,
    ...knownTo(room, seat),
    may: mayDo[person.party].filter((act) => act !== "record" || room.settings.keepRecording),
    media: health,
  });
}

const mayDo = {
  host: ["admit", "mute", "remove", "end", "present", "share-screen", "record"],
  member: ["present", "share-screen"],
  guest: [],
} as const;

export const goIn: Handler<"goIn"> = (room, seat) => room.inOrder(() => askIn(room, seat));

async function askIn(room: RoomState, seat: string): Promise<Answered<"goIn">> {
  const judged = enter(room.conference, seat, room.settings.now());
  if (!judged.ok) return refuse(judged.reason);
  const placeIn = ({ attendees }: Conference) => attendees.get(seat)?.attendance.at;
  if (placeIn(judged.value) === "in" && placeIn(room.conference) !== "in")
    await room.settings.trace({ act: "in", seat });
  const next = enter(room.conference, seat, room.settings.now());
  if (!next.ok) return refuse(next.reason);
  apply(room, next.value);
  const at = placeIn(room.conference);
  return at === "waiting" || at === "in" ? ok({ at }) : refuse("not-here");
}

export const leave: Handler<"leave"> = (room, seat) =>
  room.inOrder(async () => {
    const attendee = room.conference.attendees.get(seat);
    // Who has gone already leaves no second trace.
    if (!attendee || !isPresent(attendee)) return ok({});
    await room.settings.trace({ act: "left", seat });
    apply(room, go(room.conference, seat));
    return ok({});
  });
