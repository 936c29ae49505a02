import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";

export interface StockClient {
  readonly doc: Y.Doc;
  /** Resolves when the server has answered for everything inserted so far: with this server, committed it. */
  readonly settled: () => Promise<void>;
  readonly leave: () => void;
}

export interface Place {
  /** `ws://…` up to the document's name. */
  readonly address: string;
  readonly document: string;
  readonly cookie?: string;
}

/** A y-websocket client of one document, as any program may use it. Resolves when it has what the server has. */
export async function joinAsStockClient({ address, document, cookie }: Place): Promise<StockClient> {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(address, document, doc, {
    WebSocketPolyfill: socketWith(cookie),
    disableBc: true,
  });
  await new Promise<void>((resolve, reject) => {
    provider.once("sync", () => resolve());
    provider.once("closed", ({ code, reason }) => reject(new Error(`${document}: ${code} ${reason}`)));
  });
  return {
    doc,
    settled: () => untilElsewhere({ address, document, ...(cookie !== undefined && { cookie }) }, doc),
    leave: () => {
      provider.destroy();
      doc.destroy();
    },
  };
}

/** Whoever comes now is given what the server has: until that is everything. */
async function untilElsewhere(place: Place, doc: Y.Doc): Promise<void> {
  const wanted = [...Y.decodeStateVector(Y.encodeStateVector(doc))];
  const { doc: seen, leave } = await joinAsStockClient(place);
  const isThere = () => wanted.every(([client, clock]) => Y.getState(seen.store, client) >= clock);
  await new Promise<void>((resolve) => {
    const look = () => {
      if (isThere()) resolve();
    };
    seen.on("update", look);
    look();
  });
  leave();
}

/** A browser sends its cookies by itself. */
function socketWith(cookie: string | undefined): typeof globalThis.WebSocket {
  class CookieSocket extends WebSocket {
    constructor(address: string | URL) {
      super(address, { perMessageDeflate: false, ...(cookie !== undefined && { headers: { cookie } }) });
    }
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `ws` has what the provider uses of the browser's class, and not the rest of it.
  return CookieSocket as unknown as typeof globalThis.WebSocket;
}
