import type { Line, LineEvents } from "@consilium/conference-client";
import type { Over } from "./room-state.ts";

/** Why the server closes a conference's socket for good, by the code of its close; with any other code the page comes back. */
const finals: ReadonlyMap<number, Over> = new Map([
  [4401, "session-ended"],
  [4403, "no-right"],
  [4404, "unknown"],
  [4409, "elsewhere"],
  [4410, "ended"],
  [4429, "too-fast"],
]);

/** `seat` undefined: this person has one in the case. */
export function lineAddress(origin: string, conferenceId: string, seat: string | undefined): string {
  const address = new URL(`/conference/${conferenceId}`, origin);
  address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
  if (seat !== undefined) address.searchParams.set("seat", seat);
  return address.href;
}

/** A socket of the browser. `over`: told before `closed`, where the server said why. */
export function openLine(address: string, events: LineEvents, over: (as: Over) => void): Line {
  const socket = new WebSocket(address);
  let isDone = false;
  const end = (as: Over | undefined) => {
    if (isDone) return;
    isDone = true;
    if (as !== undefined) over(as);
    events.closed(as !== undefined);
  };
  socket.addEventListener("open", () => {
    if (!isDone) events.opened();
  });
  socket.addEventListener("message", ({ data }) => {
    if (!isDone && typeof data === "string") events.said(data);
  });
  socket.addEventListener("close", ({ code }) => end(finals.get(code)));
  return {
    // One that is closing takes nothing: what was asked is asked again over the next.
    send: (text) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(text);
    },
    // Said at once: over a dead line the browser waits long for the other side to agree.
    close: () => {
      socket.close();
      end(undefined);
    },
  };
}
