import { expect, test } from "vitest";
import { createFairQueue } from "./fair-queue.ts";

/** A connection that takes a frame when it is told to. */
function createSocket() {
  const sent: Uint8Array[] = [];
  const untaken: { readonly bytes: number; readonly taken: () => void }[] = [];
  const socket = {
    send: (message: Uint8Array, taken: () => void) => {
      sent.push(message);
      untaken.push({ bytes: message.length, taken });
    },
    close: () => {},
    waiting: () => untaken.reduce((sum, { bytes }) => sum + bytes, 0),
  };
  return { socket, sent, takeOne: () => untaken.shift()?.taken() };
}

const KiB = 1024;
const frame = (channel: number, bytes: number) => new Uint8Array(bytes).fill(channel);

test("a 1 MB load does not hold a keystroke of another channel back", () => {
  const { socket, sent, takeOne } = createSocket();
  const queue = createFairQueue(socket);
  for (let part = 0; part < 16; part += 1) queue.push(1, frame(1, 64 * KiB));
  queue.push(2, frame(2, 30));
  takeOne();
  expect(sent.map((message) => message[0])).toContain(2);
  expect(sent.length).toBeLessThan(6);
  for (let turn = 0; turn < 40; turn += 1) takeOne();
  expect(sent).toHaveLength(17);
  expect(queue.taken()).toBe(16 * 64 * KiB + 30);
});

test("frames of one channel keep their order", () => {
  const { socket, sent, takeOne } = createSocket();
  const queue = createFairQueue(socket);
  for (let count = 0; count < 9; count += 1)
    queue.push(1 + (count % 2), Uint8Array.of(1 + (count % 2), count));
  for (let turn = 0; turn < 20; turn += 1) takeOne();
  for (const channel of [1, 2]) {
    const counts = sent.filter(([first]) => first === channel).map(([, count]) => count ?? 0);
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  }
});

test("what is forgotten is not sent", () => {
  const { socket, sent, takeOne } = createSocket();
  const queue = createFairQueue(socket);
  for (let part = 0; part < 8; part += 1) queue.push(1, frame(1, 64 * KiB));
  expect(queue.waiting(1)).toBeGreaterThan(0);
  queue.forget(1);
  for (let turn = 0; turn < 20; turn += 1) takeOne();
  expect(sent.length).toBeLessThan(8);
  expect(queue.waiting(1)).toBe(0);
});

test("a socket that takes at once does not make the queue call itself", () => {
  const sent: number[] = [];
  const socket = {
    send: (message: Uint8Array, taken: () => void) => {
      sent.push(message[0] ?? 0);
      taken();
    },
    close: () => {},
    waiting: () => 0,
  };
  const queue = createFairQueue(socket);
  for (let count = 0; count < 20_000; count += 1) queue.push(1, Uint8Array.of(1));
  expect(sent).toHaveLength(20_000);
});
