import { describe, expect, test } from "vitest";
import { admit } from "./admission.ts";
import { come, goIn, leave, lose, over } from "./come-and-go.ts";
import { type Conference, newConference, noRecording, type Party } from "./conference.ts";
import { answerRecording, askToRecord, beginRecording, endRecording, settleRecording } from "./recording.ts";

const start = 1_800_000_000_000;
type Next = ReturnType<typeof come>;
const allowed = (next: Next): Conference => {
  if (!next.ok) throw new Error(next.reason);
  return settleRecording(next.value);
};
const refusal = (next: Next) => (next.ok ? "allowed" : next.reason);
const arrive = (conference: Conference, seat: string, party: Party): Conference =>
  allowed(goIn(allowed(come(conference, seat, party)), seat, start));
const enter = (conference: Conference, seat: string, party: Party): Conference =>
  allowed(admit(arrive(conference, seat, party), "doctor", seat));

const together = enter(enter(arrive(newConference, "doctor", "host"), "patient", "member"), "guest", "guest");
const asked = allowed(askToRecord(together, "doctor"));
const yes = (conference: Conference, ...seats: readonly string[]): Conference =>
  seats.reduce((next, seat) => allowed(answerRecording(next, seat, true)), conference);
const recorded = allowed(beginRecording(yes(asked, "patient", "guest"), "doctor", start));

describe("a recording", () => {
  test("is asked for by a clinician who is in, and begins once everybody who is in has said yes, guests too", () => {
    expect(refusal(askToRecord(together, "patient"))).toBe("no-right");
    expect(refusal(answerRecording(together, "patient", true))).toBe("not-asked");
    expect(refusal(beginRecording(together, "doctor", start))).toBe("not-asked");
    expect(refusal(beginRecording(yes(asked, "patient"), "doctor", start))).toBe("not-all-agreed");
    expect(refusal(beginRecording(yes(asked, "patient", "guest"), "patient", start))).toBe("no-right");
    expect(recorded.recording).toEqual({
      askedBy: "doctor",
      agreed: new Set(["doctor", "patient", "guest"]),
      since: start,
    });
  });

  test("ends when one says no, at any moment, and everybody is asked anew", () => {
    for (const before of [asked, recorded])
      expect(allowed(answerRecording(before, "guest", false)).recording).toBe(noRecording);
    const again = allowed(askToRecord(allowed(answerRecording(recorded, "guest", false)), "doctor"));
    expect([...again.recording.agreed]).toEqual(["doctor"]);
    expect(allowed(endRecording(recorded, "doctor")).recording).toBe(noRecording);
    expect(refusal(endRecording(recorded, "patient"))).toBe("no-right");
  });

  test("ends when somebody comes in who has not said yes, and not by who waits before the door", () => {
    const waiting = arrive(recorded, "other", "member");
    expect(waiting.recording.since).toBe(start);
    expect(allowed(admit(waiting, "doctor", "other")).recording).toBe(noRecording);
    expect(arrive(recorded, "second doctor", "host").recording).toBe(noRecording);
  });

  test("goes on while a line is lost, and without who has gone, whose yes is forgotten", () => {
    expect(settleRecording(lose(recorded, "patient", start)).recording.since).toBe(start);
    const gone = settleRecording(leave(recorded, "patient"));
    expect([gone.recording.since, gone.recording.agreed.has("patient")]).toEqual([start, false]);
    expect(enter(gone, "patient", "member").recording).toBe(noRecording);
  });

  test("ends with the conference, and with the last who is in", () => {
    expect(settleRecording(over(recorded)).recording).toBe(noRecording);
    const empty = ["doctor", "patient", "guest"].reduce((next, seat) => leave(next, seat), recorded);
    expect(settleRecording(empty).recording).toBe(noRecording);
  });
});
