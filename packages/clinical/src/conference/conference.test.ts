import type { Result } from "@consilium/foundation";
import { describe, expect, test } from "vitest";
import { admit, deny, mayMute, remove } from "./admission.ts";
import { come, endForAll, giveUpLost, goIn, leave, lose } from "./come-and-go.ts";
import {
  type Conference,
  type ConferenceRefusal,
  isIn,
  keptFor,
  mostAttendees,
  newConference,
  type Party,
  waitingIn,
} from "./conference.ts";
import { present, raiseHand, stopPresenting } from "./presenting.ts";

const start = 1_800_000_000_000;

/** Goes on where a step was allowed; a refusal is a fault of the test. */
function allowed(next: Result<Conference, ConferenceRefusal>): Conference {
  if (!next.ok) throw new Error(`Refused: ${next.reason}`);
  return next.value;
}
const refusal = (next: Result<Conference, ConferenceRefusal>) => (next.ok ? undefined : next.reason);

const arrive = (conference: Conference, seat: string, party: Party, now = start): Conference =>
  allowed(goIn(allowed(come(conference, seat, party)), seat, now));

const at = ({ attendees }: Conference, seat: string) => attendees.get(seat)?.attendance.at;

/** A clinician is in, and a patient and a guest wait. */
const waiting = ["guest", "patient"].reduce(
  (conference, seat, after) => arrive(conference, seat, seat === "guest" ? "guest" : "member", start + after),
  arrive(newConference, "doctor", "host"),
);
const together = allowed(admit(allowed(admit(waiting, "doctor", "patient")), "doctor", "guest"));

describe("the door", () => {
  test("the lobby opens with the first who comes, and it is live as soon as a clinician is in", () => {
    const first = allowed(come(newConference, "patient", "member"));
    expect(first.state).toBe("lobby");
    expect(at(first, "patient")).toBe("checking");
    const asked = allowed(goIn(first, "patient", start));
    expect(asked.state).toBe("lobby");
    expect(at(asked, "patient")).toBe("waiting");
    expect(arrive(asked, "doctor", "host").state).toBe("live");
  });

  test("a guest who came first still waits when a clinician has come, and when all clinicians have gone again", () => {
    const guest = arrive(newConference, "guest", "guest");
    const both = arrive(guest, "doctor", "host", start + 60_000);
    expect(at(both, "guest")).toBe("waiting");
    const alone = leave(both, "doctor");
    expect(at(alone, "guest")).toBe("waiting");
    expect(at(arrive(alone, "doctor", "host", start + 90_000), "guest")).toBe("waiting");
    // Coming again is no way in either.
    const again = allowed(goIn(allowed(come(alone, "guest", "guest")), "guest", start));
    expect(at(again, "guest")).toBe("waiting");
  });

  test("who waits longest is named first, and only a clinician who is in lets in or not", () => {
    expect(waitingIn(waiting)).toEqual(["guest", "patient"]);
    expect(refusal(admit(waiting, "patient", "guest"))).toBe("no-right");
    expect(refusal(admit(leave(waiting, "doctor"), "doctor", "guest"))).toBe("no-right");
    const checking = allowed(come(waiting, "second", "host"));
    expect(refusal(admit(checking, "second", "guest"))).toBe("no-right");
    expect(at(allowed(admit(waiting, "doctor", "guest")), "guest")).toBe("in");
    expect(refusal(admit(together, "doctor", "guest"))).toBe("not-waiting");
    expect(refusal(admit(waiting, "doctor", "nobody"))).toBe("not-here");
  });

  test("who is denied may ask again; a guest who is taken out does not come back, a patient waits anew", () => {
    const denied = allowed(deny(waiting, "doctor", "guest"));
    expect(at(denied, "guest")).toBe("denied");
    expect(at(arrive(denied, "guest", "guest"), "guest")).toBe("waiting");
    const without = allowed(remove(allowed(remove(together, "doctor", "guest")), "doctor", "patient"));
    expect(refusal(come(without, "guest", "guest"))).toBe("removed");
    expect(at(arrive(without, "patient", "member"), "patient")).toBe("waiting");
    expect(refusal(deny(together, "doctor", "guest"))).toBe("not-waiting");
    expect(refusal(remove(arrive(together, "second", "host"), "doctor", "second"))).toBe("no-right");
    expect(refusal(remove(together, "patient", "guest"))).toBe("no-right");
  });

  test("there is room for so many, and the one too many is told so", () => {
    const full = Array.from({ length: mostAttendees }, (_, number) => `seat ${number}`).reduce(
      (conference, seat) => arrive(conference, seat, "host"),
      newConference,
    );
    expect(refusal(come(full, "one more", "host"))).toBe("full");
    expect(at(allowed(come(full, "seat 3", "host")), "seat 3")).toBe("in");
    expect(refusal(come(leave(full, "seat 3"), "one more", "host"))).toBeUndefined();
  });
});

describe("a lost connection", () => {
  test("keeps its place for a while, in the room and before it, and then gives it up", () => {
    const lost = lose(lose(allowed(admit(waiting, "doctor", "patient")), "patient", start), "guest", start);
    const back = allowed(come(allowed(come(lost, "patient", "member")), "guest", "guest"));
    expect([at(back, "patient"), at(back, "guest")]).toEqual(["in", "waiting"]);
    expect(giveUpLost(lost, start + keptFor - 1).gone).toEqual([]);
    const { conference, gone } = giveUpLost(lost, start + keptFor);
    expect(gone).toEqual(["guest", "patient"]);
    expect(at(arrive(conference, "patient", "member"), "patient")).toBe("waiting");
  });

  test("hides nobody from who lets in, and who shows something still does when they come back", () => {
    const lost = lose(waiting, "guest", start);
    const admitted = allowed(admit(lost, "doctor", "guest"));
    expect(at(allowed(come(admitted, "guest", "guest")), "guest")).toBe("in");
    const shown = lose(allowed(present(together, "doctor", "ct")), "doctor", start);
    expect(shown.presented?.seat).toBe("doctor");
    expect(giveUpLost(shown, start + keptFor).conference.presented).toBeNull();
  });

  test("another window or device of the same person takes the place over", () => {
    expect(allowed(come(together, "patient", "member")).attendees.get("patient")).toEqual(
      together.attendees.get("patient"),
    );
    expect(lose(together, "nobody", start)).toBe(together);
    expect(lose(leave(together, "patient"), "patient", start)).toEqual(leave(together, "patient"));
  });
});

describe("in the room", () => {
  test("a clinician takes over what is shown; others wait until nobody shows anything; a guest shows nothing", () => {
    const byPatient = allowed(present(together, "patient", null));
    const byDoctor = allowed(present(byPatient, "doctor", "ct"));
    expect([byPatient.presented, byDoctor.presented]).toEqual([
      { seat: "patient", item: null },
      { seat: "doctor", item: "ct" },
    ]);
    expect(allowed(present(byDoctor, "doctor", "letter")).presented?.item).toBe("letter");
    expect(refusal(present(byDoctor, "patient", "letter"))).toBe("somebody-presents");
    expect(stopPresenting(byDoctor, "patient").presented?.seat).toBe("doctor");
    expect(stopPresenting(byDoctor, "doctor").presented).toBeNull();
    expect(refusal(present(together, "guest", "ct"))).toBe("no-right");
    expect(refusal(present(waiting, "patient", "ct"))).toBe("not-here");
    expect(leave(byDoctor, "doctor").presented).toBeNull();
  });

  test("a clinician silences anybody who is in, others only themselves", () => {
    expect(mayMute(together, "doctor", "patient")).toBe(true);
    expect(mayMute(together, "patient", "doctor")).toBe(false);
    expect(mayMute(together, "patient", "patient")).toBe(true);
    expect(mayMute(waiting, "doctor", "patient")).toBe(false);
  });

  test("a hand that is up keeps its moment until it goes down", () => {
    const up = allowed(raiseHand(together, "patient", true, start + 5));
    const still = allowed(raiseHand(up, "patient", true, start + 9));
    expect(still.attendees.get("patient")?.handSince).toBe(start + 5);
    expect(
      allowed(raiseHand(still, "patient", false, start + 10)).attendees.get("patient")?.handSince,
    ).toBeNull();
    expect(leave(still, "patient").attendees.get("patient")?.handSince).toBeNull();
    expect(refusal(raiseHand(waiting, "guest", true, start))).toBe("not-here");
  });

  test("a clinician who is in ends it for all; then nobody comes in any more", () => {
    expect(refusal(endForAll(together, "patient"))).toBe("no-right");
    const ended = allowed(endForAll(allowed(present(together, "doctor", "ct")), "doctor"));
    expect(ended.state).toBe("ended");
    expect(ended.presented).toBeNull();
    expect([...ended.attendees.values()].some(isIn)).toBe(false);
    for (const next of [
      come(ended, "patient", "member"),
      goIn(ended, "patient", start),
      admit(ended, "doctor", "guest"),
      deny(ended, "doctor", "guest"),
      remove(ended, "doctor", "guest"),
      present(ended, "doctor", "ct"),
      endForAll(ended, "doctor"),
    ])
      expect(refusal(next)).toBe("ended");
  });
});
