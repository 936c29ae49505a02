import { expect, test } from "vitest";
import { deliver, type DeliveryEvent, type DeliveryState, newDelivery } from "./delivery-state.ts";
import { groupFiles, isAllThere, totalsOf } from "./delivery-totals.ts";

const files = ["a", "b", "c"].map((id) => ({ id, path: `CT/${id}.dcm`, bytes: 100 }));

const after = (...events: readonly DeliveryEvent[]): DeliveryState =>
  events.reduce(deliver, deliver(newDelivery("one"), { is: "chosen", files }));

const stateOf = ({ files: all }: DeliveryState) => all.map(({ state }) => state);

test("chosen files wait, are sent, and are there", () => {
  expect(stateOf(after())).toEqual(["waiting", "waiting", "waiting"]);
  const half = after({ is: "begun", at: 0 }, { is: "progress", at: 0, sent: 40 }, { is: "begun", at: 1 });
  expect(stateOf(half)).toEqual(["sending", "sending", "waiting"]);
  expect(totalsOf(half)).toMatchObject({ files: 3, there: 0, bytes: 300, sent: 40, moving: 3 });
  expect(stateOf(deliver(half, { is: "arrived", at: 0 }))).toEqual(["there", "sending", "waiting"]);
});

test("it is complete only when every file is there, and then nothing changes it", () => {
  const two = after({ is: "arrived", at: 0 }, { is: "arrived", at: 1 });
  expect(isAllThere(totalsOf(two))).toBe(false);
  const all = deliver(two, { is: "arrived", at: 2 });
  expect(isAllThere(totalsOf(all))).toBe(true);
  const complete = deliver(deliver(all, { is: "ending" }), { is: "complete" });
  for (const event of [{ is: "paused" }, { is: "cancelled" }, { is: "chosen", files }] as const)
    expect(deliver(complete, event)).toBe(complete);
});

test("a delivery without a file is never all there", () => {
  expect(isAllThere(totalsOf(newDelivery("none")))).toBe(false);
});

test("paused while offline, it stays paused when something gets through", () => {
  const offline = after({ is: "connection-lost" });
  expect(offline.phase).toEqual({ is: "offline" });
  expect(deliver(offline, { is: "got-through" }).phase).toEqual({ is: "arriving" });
  const paused = deliver(offline, { is: "paused" });
  expect(deliver(paused, { is: "got-through" }).phase).toEqual({ is: "paused" });
  expect(deliver(paused, { is: "connection-lost" }).phase).toEqual({ is: "paused" });
  expect(deliver(paused, { is: "resumed" }).phase).toEqual({ is: "arriving" });
});

test("a lost connection does not undo a cancelling", () => {
  const cancelling = after({ is: "cancelling" });
  expect(deliver(cancelling, { is: "connection-lost" })).toBe(cancelling);
  expect(deliver(cancelling, { is: "cancelled" }).phase).toEqual({ is: "cancelled" });
});

test("a file that failed waits with its upload, one whose upload is gone begins anew", () => {
  const sending = after({ is: "begun", at: 0 }, { is: "located", at: 0, url: "/api/uploads/1" });
  const failed = deliver(deliver(sending, { is: "progress", at: 0, sent: 60 }), { is: "failed", at: 0 });
  expect(failed.files[0]).toMatchObject({ state: "waiting", url: "/api/uploads/1", sent: 60 });
  expect(deliver(failed, { is: "located", at: 0, url: null }).files[0]).toMatchObject({ url: null, sent: 0 });
});

test("what was taken out or refused is not waited for", () => {
  const two = after({ is: "taken-out", at: 0 }, { is: "refused", at: 1 }, { is: "arrived", at: 2 });
  expect(totalsOf(two)).toMatchObject({ files: 1, there: 1, refused: 1 });
  expect(isAllThere(totalsOf(two))).toBe(true);
  expect(stateOf(deliver(two, { is: "arrived", at: 0 }))).toEqual(["taken-out", "refused", "there"]);
});

const kept = newDelivery("kept", [
  { id: "a", path: null, bytes: 100, sent: 100, state: "there", url: "/api/uploads/1" },
  { id: "b", path: null, bytes: 100, sent: 0, state: "lost", url: "/api/uploads/2" },
]);

test("after a reload the same choice skips what is there and goes on with the rest", () => {
  expect(totalsOf(kept)).toMatchObject({ files: 2, there: 1, lost: 1, moving: 0 });
  const chosen = deliver(kept, { is: "chosen", files });
  expect(stateOf(chosen)).toEqual(["there", "waiting", "waiting"]);
  expect(chosen.files[1]).toMatchObject({ path: "CT/b.dcm", url: "/api/uploads/2" });
});

test("after a reload one may go on without what was lost", () => {
  expect(isAllThere(totalsOf(deliver(kept, { is: "gone-on-without" })))).toBe(true);
});

test("where the server misses files, those that this page still holds are asked about again", () => {
  const all = [0, 1, 2].map((at) => ({ is: "arrived", at }) as const);
  const doubted = deliver(after(...all, { is: "ending" }), { is: "doubted" });
  expect(doubted.phase).toEqual({ is: "arriving" });
  expect(stateOf(doubted)).toEqual(["waiting", "waiting", "waiting"]);
  expect(deliver(kept, { is: "doubted" }).files[0]?.state).toBe("there");
});

test("files are shown by their first folder, a file by itself alone", () => {
  const chosen = deliver(newDelivery("groups"), {
    is: "chosen",
    files: [...files, { id: "d", path: "letter.pdf", bytes: 5 }, { id: "e", path: "MR/1/x.dcm", bytes: 5 }],
  });
  expect(groupFiles(chosen.files)).toEqual([
    { name: "CT", isFolder: true, places: [0, 1, 2] },
    { name: "letter.pdf", isFolder: false, places: [3] },
    { name: "MR", isFolder: true, places: [4] },
  ]);
});
