import type { RoomSettings } from "../room-state.ts";
import { FakeMedia } from "./fake-media.ts";

/** What a room needs whose traces nobody reads: everything may be shown, no relay is offered, and what nobody expected is thrown. */
export const quietRoom = (): RoomSettings => ({
  media: new FakeMedia(),
  now: () => 1_800_000_000_000,
  iceServersFor: () => [],
  mayShow: () => Promise.resolve(true),
  trace: () => Promise.resolve(),
  shown: () => Promise.resolve(),
  failed: (cause) => {
    throw cause;
  },
});
