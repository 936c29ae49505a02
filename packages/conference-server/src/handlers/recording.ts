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
import type { RoomState, Trace } from "../room-state.ts";
import type { Answered, Handler } from "./handler.ts";

type Rule = (conference: Conference) => Result<Conference, ConferenceRefusal>;

/** Each decision about it is written down before it counts. */
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

export const askToRecord: Handler<"askToRecord"> = (room, seat) =>
  decide(room, seat, "asked-to-record", (conference) => ask(conference, seat));

export const recordingConsent: Handler<"recordingConsent"> = (room, seat, { agree }) =>
  decide(room, seat, agree ? "agreed-to-recording" : "refused-recording", (conference) =>
    answerRecording(conference, seat, agree),
  );

export const startRecording: Handler<"startRecording"> = (room, seat) =>
  decide(room, seat, "recording-begun", (conference) =>
    beginRecording(conference, seat, room.settings.now()),
  );

export const stopRecording: Handler<"stopRecording"> = (room, seat) =>
  decide(room, seat, "recording-stopped", (conference) => endRecording(conference, seat));
