import type { IceCandidate } from "mediasoup/types";
import { expect, test } from "vitest";
import { candidatesAt } from "./candidates.ts";

const at = { ip: "203.0.113.7", address: "203.0.113.7", port: 24_400, type: "host" } as const;
const own: readonly IceCandidate[] = [
  { ...at, protocol: "udp", foundation: "udpcandidate", priority: 1_076_302_079 },
  { ...at, protocol: "tcp", foundation: "tcpcandidate", priority: 1_076_276_479, tcpType: "passive" },
];

test("a second address has the same ports, is another candidate, and is tried after the first", () => {
  const all = candidatesAt(own, ["10.0.0.7"]);
  expect(all.slice(0, 2)).toEqual(own);
  expect(all.map(({ address, protocol, port }) => `${address} ${protocol} ${port}`)).toEqual([
    "203.0.113.7 udp 24400",
    "203.0.113.7 tcp 24400",
    "10.0.0.7 udp 24400",
    "10.0.0.7 tcp 24400",
  ]);
  expect(new Set(all.map(({ foundation }) => foundation)).size).toBe(4);
  expect(all[2]?.priority).toBeLessThan(all[0]?.priority ?? 0);
  expect(all[2]?.priority).toBeGreaterThan(all[1]?.priority ?? 0);
});

test("without one nothing is added", () => {
  expect(candidatesAt(own, [])).toEqual(own);
});
