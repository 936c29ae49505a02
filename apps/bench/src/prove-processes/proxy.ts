import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** What a case's people dial: it brings them to the process that their case prefers, and to the other one while that is away. */
export interface Proxy {
  /** `127.0.0.1:port`. */
  readonly host: string;
  readonly close: () => Promise<void>;
}

/** `ports`: of the processes, the preferred one first. */
export async function createProxy(ports: readonly number[]): Promise<Proxy> {
  const ends = new Set<Socket>();
  const relay = createServer({ pauseOnConnect: true }, (here) => {
    keep(here, ends);
    void bringTo(ports, here, ends);
  });
  relay.listen(0, "127.0.0.1");
  await once(relay, "listening");
  const address = relay.address();
  if (address === null || typeof address === "string") throw new Error("The proxy has no port.");
  return {
    host: `127.0.0.1:${address.port}`,
    close: async () => {
      for (const end of ends) end.destroy();
      relay.close();
      await once(relay, "close");
    },
  };
}

async function bringTo(ports: readonly number[], here: Socket, ends: Set<Socket>): Promise<void> {
  for (const port of ports) {
    const there = connect(port, "127.0.0.1");
    there.setNoDelay(true);
    const isThere = await new Promise<boolean>((resolve) => {
      there.once("connect", () => resolve(true)).once("error", () => resolve(false));
    });
    if (!isThere) continue;
    keep(there, ends);
    here.on("close", () => there.destroy());
    there.on("close", () => here.destroy());
    here.pipe(there);
    there.pipe(here);
    return;
  }
  here.destroy();
}

function keep(end: Socket, ends: Set<Socket>): void {
  ends.add(end);
  end.on("error", () => end.destroy());
  end.on("close", () => ends.delete(end));
}
