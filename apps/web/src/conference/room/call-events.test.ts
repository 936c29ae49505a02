// @vitest-environment node

import type { CallEvents } from "@consilium/conference-client";
import { expect, test } from "vitest";
import { RoomClient } from "./room-client.ts";

const done = (): Promise<void> => Promise.resolve();

test("what this browser cannot send or receive is told by its streams, and known of the room", () => {
  const told: CallEvents[] = [];
  const client = new RoomClient({
    connect: () => ({ send: () => {}, close: () => {} }),
    createId: () => "id",
    createCall: (_, events) => {
      told.push(events);
      return {
        begin: done,
        send: done,
        stop: done,
        pause: done,
        added: done,
        ended: () => {},
        wish: done,
        resume: done,
        count: () => Promise.resolve(undefined),
        close: () => {},
      };
    },
    clocks: { now: () => 0, elapsed: () => 0 },
    fault: (cause) => {
      throw cause;
    },
  });
  for (const events of told) {
    events.unsent("camera", true);
    events.unsent("microphone", true);
    events.unsent("camera", false);
    events.unreceived("producer-2");
  }
  const { unsent, unreceived } = client.room.getSnapshot();
  expect([...unsent, ...unreceived]).toEqual(["microphone", "producer-2"]);
  client.close();
});
