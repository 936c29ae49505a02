import { expect, test } from "vitest";
import { runSchedules, runSchedulesOnEveryCore } from "../prove-convergence/schedules.ts";
import { onEveryCore, piecesOf } from "./every-core.ts";

const thread = (answer: string) =>
  new URL(
    `data:text/javascript,import { parentPort } from "node:worker_threads"; parentPort.on("message", (piece) => { ${answer} });`,
  );

test("each piece is done once", async () => {
  const pieces = Array.from({ length: 50 }, (_, at) => at);
  const seen: number[] = [];
  const answers = await onEveryCore<number>(thread("parentPort.postMessage(piece * 2)"), pieces, (soFar) =>
    seen.push(soFar.length),
  );
  expect(seen).toEqual(pieces.map((piece) => piece + 1));
  expect(answers.toSorted((one, other) => one - other)).toEqual(pieces.map((piece) => piece * 2));
});

test("a thread that fails fails the whole", async () => {
  const failing = thread('if (piece === 7) throw new Error("seven"); parentPort.postMessage(piece)');
  await expect(onEveryCore(failing, [5, 6, 7, 8], () => {})).rejects.toThrow("seven");
});

test("pieces hold each number once", () => {
  expect(piecesOf(3, 25, 10)).toEqual([
    { first: 3, count: 10 },
    { first: 13, count: 10 },
    { first: 23, count: 5 },
  ]);
});

test("schedules on every core come out as those one after the other", async () => {
  const together = await runSchedulesOnEveryCore(1, 12, () => {});
  expect(together).toEqual(await runSchedules({ first: 1, count: 12 }));
}, 60_000);
