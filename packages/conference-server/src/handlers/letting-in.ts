import {
  admit as letIn,
  type Conference,
  type ConferenceRefusal,
  deny as letOut,
  endForAll,
  mayMute,
  remove as takeOut,
} from "@consilium/clinical";
import { ok, refuse, type Result } from "@consilium/foundation";
import { apply } from "../apply.ts";
import { carry } from "../carry.ts";
import { noteSentAway } from "../note-down.ts";
import { type RoomState, streamsOf, tell, tellAll, type Trace } from "../room-state.ts";
import type { Answered, Handler } from "./handler.ts";

type Rule = (conference: Conference, by: string, seat: string) => Result<Conference, ConferenceRefusal>;

const byRule =
  (rule: Rule, act: Trace["act"]) =>
  (room: RoomState, by: string, { seat }: { readonly seat: string }): Promise<Answered<"admit">> =>
    room.inOrder(async () => {
      const judged = rule(room.conference, by, seat);
      if (!judged.ok) return refuse(judged.reason);
      await room.settings.trace({ act, seat: by, of: seat });
      const next = rule(room.conference, by, seat);
      // Writing it down may have taken them out already: a guest's place ends with it.
      if (!next.ok) return act === "removed" && next.reason === "not-here" ? ok({}) : refuse(next.reason);
      apply(room, next.value);
      return ok({});
    });

export const admit = byRule(letIn, "admitted");
export const deny = byRule(letOut, "denied");
export const remove = byRule(takeOut, "removed");

/** Their microphone is paused. They hear who did it, and can speak again by themselves. */
export const mute: Handler<"mute"> = async (room, by, { seat }) => {
  if (!mayMute(room.conference, by, seat)) return refuse("no-right");
  const spoken = [...streamsOf(room, seat).producers.values()].find(({ source }) => source === "microphone");
  if (!spoken || spoken.paused) return ok({});
  await room.inOrder(() => room.settings.trace({ act: "muted", seat: by, of: seat }));
  await setPaused(room, seat, spoken.producer, true);
  tell(room, seat, { method: "muted", data: { by } });
  return ok({});
};

/** Pauses or goes on with what somebody sends, and tells all. */
export async function setPaused(
  room: RoomState,
  seat: string,
  producer: string,
  paused: boolean,
): Promise<void> {
  const { producers } = streamsOf(room, seat);
  const stream = producers.get(producer);
  if (!stream) return;
  await (await carry(room)).pauseProducer(producer, paused);
  producers.set(producer, { ...stream, paused });
  tellAll(room, { method: "producerChanged", data: { producer, paused } });
}

export const end: Handler<"end"> = (room, by) =>
  room.inOrder(async () => {
    const judged = endForAll(room.conference, by);
    if (!judged.ok) return refuse(judged.reason);
    await room.settings.trace({ act: "ended", seat: by });
    const next = endForAll(room.conference, by);
    if (!next.ok) return refuse(next.reason);
    noteSentAway(room);
    tellAll(room, { method: "ended", data: {} });
    apply(room, next.value);
    return ok({});
  });
