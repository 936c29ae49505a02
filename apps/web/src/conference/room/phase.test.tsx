import { act } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { Phase } from "./phase.tsx";
import { openTestRoom, own, peerOf } from "./testing-live.tsx";

type Part = Parameters<typeof openTestRoom>[0];

/** The page of somebody at this place. `pass`: lets seconds pass, and says how often sound and pictures were asked for until then. */
function pageAt(at: "checking" | "waiting" | "in", part: Part) {
  vi.useFakeTimers();
  const room = openTestRoom({ wantsIn: at !== "checking", ...part }, [peerOf(own, { at })]);
  room.show(
    <Phase comeAgain={() => undefined} frame={(page) => page} ways={null} stage={null} notes={null} />,
  );
  const questions = () => room.asked.filter((one) => one === "tryAgain").length;
  const pass = async (seconds: number) => {
    await act(() => vi.advanceTimersByTimeAsync(seconds * 1000));
    return questions();
  };
  return { room, pass };
}

const media = {
  building: { is: "building", because: "It is built" },
  unavailable: { is: "unavailable", because: "Its ports are taken" },
} as const;

test.each([
  ["before the door", "checking"],
  ["while one waits", "waiting"],
  ["in the call", "in"],
] as const)("%s, video that is being built or is not there is asked for until it is ready", async (_, at) => {
  const { room, pass } = pageAt(at, { media: media.building, carrying: "none" });
  expect(await pass(14)).toBe(3);
  expect(await pass(20)).toBe(5);
  act(() => room.become({ media: media.unavailable }));
  expect(await pass(10 + 30)).toBe(7);
  act(() => room.become({ media: { is: "ready" } }));
  expect(await pass(120)).toBe(7);
});

test("sound and pictures that did not begin are asked for again, more and more seldom, until they are there", async () => {
  const { room, pass } = pageAt("in", { carrying: "failed" });
  expect(await pass(2)).toBe(1);
  act(() => room.become({ carrying: "beginning" }));
  act(() => room.become({ carrying: "failed" }));
  expect(await pass(12)).toBe(3);
  expect(await pass(29)).toBe(3);
  expect(await pass(1)).toBe(4);
  act(() => room.become({ carrying: "there" }));
  expect(await pass(120)).toBe(4);
});

test("over a lost line, and once it is over, nothing is asked", async () => {
  const { room, pass } = pageAt("in", { carrying: "failed", line: "lost" });
  expect(await pass(60)).toBe(0);
  act(() => room.become({ line: "open", over: "ended" }));
  expect(await pass(60)).toBe(0);
});

test("whether somebody has set the clock of this device is looked at again and again", async () => {
  const { room, pass } = pageAt("checking", {});
  await pass(11);
  expect(room.asked).toEqual(["lookAtClock", "lookAtClock"]);
});
