import {
  answerRecording,
  askToRecord as ask,
  beginRecording,
  type Conference,
  type ConferenceRefusal,
  endRecording,
} from "@consilium/clinical";
import { ok, refuse, type Result } from "@consilium/foundation";
import { apply } from "../apply.ts";
import { noteDown } from "../note-down.ts";
import type { RoomState, Trace } from "../room-state.ts";
import type { Answered, Handler } from "./handler.ts";

type Rule = (conference: Conference) => Result<Conference, ConferenceRefusal>;

/** What begins or goes on by a decision is written down before it counts. */
function decide(
  room: RoomState,
  seat: string,
  act: Trace["act"],
  rule: Rule,
): Promise<Answered<"startRecording">> {
  return room.inOrder(async () => {
    if (!room.settings.keepRecording) return refuse("cannot-record");
    const judged = rule(room.conference);
    if (!judged.ok) return refuse(judged.reason);
    if (judged.value === room.conference) return ok({});
    await room.settings.trace({ act, seat });
    const next = rule(room.conference);
    if (!next.ok) return refuse(next.reason);
    apply(room, next.value);
    return ok({});
  });
}

/** What ends by a decision ends at once, and is written down after it: nobody is recorded on because a row cannot be written. */
function withdraw(room: RoomState, seat: string, act: Trace["act"], rule: Rule): Answered<"stopRecording"> {
  if (!room.settings.keepRecording) return refuse("cannot-record");
  const judged = rule(room.conference);
  if (!judged.ok) return refuse(judged.reason);
  noteDown(room, { act, seat });
  apply(room, judged.value);
  return ok({});
}

export const askToRecord: Handler<"askToRecord"> = (room, seat) =>
  decide(room, seat, "asked-to-record", (conference) => ask(conference, seat));

export const recordingConsent: Handler<"recordingConsent"> = (room, seat, { agree }) => {
  const rule: Rule = (conference) => answerRecording(conference, seat, agree);
  return agree
    ? decide(room, seat, "agreed-to-recording", rule)
    : withdraw(room, seat, "refused-recording", rule);
};

export const startRecording: Handler<"startRecording"> = (room, seat) =>
  decide(room, seat, "recording-begun", (conference) =>
    beginRecording(conference, seat, room.settings.now()),
  );

export const stopRecording: Handler<"stopRecording"> = (room, seat) =>
  withdraw(room, seat, "recording-stopped", (conference) => endRecording(conference, seat));
