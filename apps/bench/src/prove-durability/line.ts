import { once } from "node:events";
import { createServer, connect as dial, type Socket } from "node:net";

/** The network between the writers and the server: they dial it, and it dials the server. */
export interface Line {
  readonly port: number;
  /** Every connection breaks. */
  readonly cut: () => void;
  /** Nothing passes, either way, and nobody is told, until it is called again; gives that. */
  readonly hold: () => () => void;
  readonly close: () => Promise<void>;
}

/** A connection that is dialled while the server is not there breaks at once. */
export async function createLine(serverPort: number): Promise<Line> {
  const ends = new Set<Socket>();
  let isHeld = false;
  const relay = createServer((here) => {
    const there = dial(serverPort, "127.0.0.1");
    join(here, there, ends);
    join(there, here, ends);
    if (isHeld) for (const end of [here, there]) end.pause();
  });
  relay.listen(0, "127.0.0.1");
  await once(relay, "listening");
  const address = relay.address();
  if (address === null || typeof address === "string") throw new Error("The line has no port.");
  const cut = () => ends.forEach((end) => end.destroy());
  return {
    port: address.port,
    cut,
    hold: () => {
      isHeld = true;
      for (const end of ends) end.pause();
      return () => {
        isHeld = false;
        for (const end of ends) end.resume();
      };
    },
    close: async () => {
      cut();
      relay.close();
      await once(relay, "close");
    },
  };
}

function join(from: Socket, to: Socket, ends: Set<Socket>): void {
  ends.add(from);
  from.setNoDelay(true);
  from.pipe(to);
  from.on("error", () => to.destroy());
  from.on("close", () => {
    ends.delete(from);
    to.destroy();
  });
}
