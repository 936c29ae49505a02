import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { openTestRoom, other, own, peerOf } from "../room/testing-live.tsx";
import { Door } from "./door.tsx";
import { Over } from "./over.tsx";

const mine = (part = {}) => peerOf(own, { at: "checking", ...part });

test("a patient asks to go in, early is fine, and nobody goes in by opening the page", () => {
  const { show, asked } = openTestRoom({ may: ["present"], carrying: "none" }, [mine()]);
  show(<Door />);
  expect(
    screen.getByText("Wednesday 25 November, 15:00. You are 10 minutes early. That is fine."),
  ).toBeTruthy();
  expect(asked).toEqual([]);
  fireEvent.click(screen.getByRole("button", { name: "Ask to go in" }));
  expect(asked).toEqual(["goIn"]);
});

test.each([
  ["that nobody has begun", null, [mine()], /15:00\. Nobody has begun it yet\./],
  ["that it has begun, where somebody is in", null, [mine(), peerOf(other)], /15:00\. It has begun\./],
] as const)("after its time the door says %s", (_, begunAt, peers, said) => {
  const startsAt = new Date("2026-11-24T15:00:00Z");
  openTestRoom({}, peers, { startsAt, begunAt }).show(<Door />);
  expect(screen.getByText(said)).toBeTruthy();
});

test("one that runs for a while already is not said to begin now", () => {
  const startsAt = new Date("2026-11-25T14:50:00Z");
  const begunAt = new Date("2026-11-25T14:40:00Z");
  openTestRoom({}, [mine(), peerOf(other)], { startsAt, begunAt }).show(<Door />);
  expect(screen.getByText(/14:50\. It has been running since 14:40\.$/)).toBeTruthy();
});

test("the day before, going in is not the next step, and nobody is told to wait", () => {
  const startsAt = new Date("2026-11-26T15:00:00Z");
  openTestRoom({}, [mine()], { startsAt, begunAt: null }).show(<Door />);
  expect(
    screen.getByText(/^It is on Thursday 26 November at 15:00, on your clock \(UTC\)\..*come back then\.$/),
  ).toBeTruthy();
  expect(screen.getByRole("button", { name: "Ask to go in" }).dataset["look"]).toBe("plain");
  expect(screen.queryByText(/whoever comes finds you waiting/)).toBeNull();
});

test("a clinician goes in, and sees who stands before the door", () => {
  const { show } = openTestRoom({ may: ["admit", "present"] }, [mine(), peerOf(other, { at: "waiting" })]);
  show(<Door />);
  expect(screen.getByRole("button", { name: "Go in" })).toBeTruthy();
  expect(screen.getByText("Waits to be let in")).toBeTruthy();
});

test("whoever is in already on another device is asked whether it goes on here", () => {
  const { show } = openTestRoom({ may: ["admit"] }, [mine({ at: "in" })]);
  show(<Door />);
  expect(screen.getByRole("button", { name: "Go on here" })).toBeTruthy();
});

test("in a second window of somebody who is in, a clinician is in as well, and lets nobody in", () => {
  const clinician = peerOf(other, { party: "host" });
  openTestRoom({}, [mine(), clinician]).show(<Door />);
  expect(screen.getByText("Is in, and lets you in")).toBeTruthy();
  cleanup();
  openTestRoom({}, [mine({ at: "in" }), clinician]).show(<Door />);
  expect(screen.getByText("Is in")).toBeTruthy();
  cleanup();
  openTestRoom({}, [mine({ at: "in" })]).show(<Door />);
  expect(screen.queryByText("No clinician is in yet.", { exact: false })).toBeNull();
});

test("where the browser gives no devices it says why, and one can go in all the same", async () => {
  const { show } = openTestRoom({}, [mine()]);
  show(<Door />);
  await waitFor(() => expect(screen.getAllByText(/not at a secure address/)).toHaveLength(2));
  expect(screen.getByRole("button", { name: "Go in without camera" })).toBeTruthy();
});

test.each([
  ["building", /being made ready/],
  ["unavailable", /has no video at the moment/],
] as const)("a server whose video is %s says so before one goes in", (is, said) => {
  const { show } = openTestRoom({ media: { is, because: "" } }, [mine()]);
  show(<Door />);
  expect(screen.getByText(said)).toBeTruthy();
  expect(screen.getByRole("button", { name: "Ask to go in" })).toBeTruthy();
});

const hour = 3_600_000;

test.each([
  ["ahead", hour, "2026-11-25T14:00:00Z", /14:00\. You are 10 minutes early/],
  ["behind", -hour, "2026-11-25T16:00:00Z", /16:00\. You are 10 minutes early/],
] as const)(
  "an hour %s, the clock of a device is told to be wrong, and the door has the right time",
  (_, clockAhead, at, said) => {
    openTestRoom({ clockAhead }, [mine()], { startsAt: new Date(at), begunAt: null }).show(<Door />);
    expect(screen.getByText(said)).toBeTruthy();
    expect(
      screen.getByText("The clock of this device is wrong by about an hour.").closest("p")?.textContent,
    ).toMatch(/The times here are right all the same\.$/);
  },
);

test("of a clock that is a minute wrong nobody is told", () => {
  openTestRoom({ clockAhead: 60_000 }, [mine()]).show(<Door />);
  expect(screen.queryByText(/The clock of this device/)).toBeNull();
});

test("a line that is looked for offers nothing that would not work", () => {
  const { show } = openTestRoom({ line: "lost" }, [mine()]);
  show(<Door />);
  expect(screen.getByText("Looking for the line…")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Ask to go in" })).toBeNull();
});

test("who goes on in another window can take it back, and a guest who was taken out cannot come again", () => {
  const came: string[] = [];
  const elsewhere = openTestRoom({ over: "elsewhere" }, []);
  elsewhere.show(<Over as="elsewhere" ways={null} onAgain={() => came.push("again")} />);
  fireEvent.click(screen.getByRole("button", { name: "Use it here" }));
  expect(came).toEqual(["again"]);
  cleanup();
  const guest = openTestRoom({ over: "removed", may: [] }, []);
  guest.show(<Over as="removed" ways={null} onAgain={() => came.push("again")} />);
  expect(screen.getByRole("heading").textContent).toBe("You were taken out");
  expect(screen.queryByRole("button")).toBeNull();
});
