import type { RoomState, Trace } from "./room-state.ts";

/** Written down in its turn, of what is so already: nobody waits for it, and it is so also where it cannot be written. */
export const noteDown = ({ settings, inOrder }: RoomState, trace: Trace): void =>
  void inOrder(() => settings.trace(trace)).catch(settings.failed);
