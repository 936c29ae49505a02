import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { paramsOf, type Place } from "./place.ts";
import { socketFor, type Traffic } from "./provider-socket.ts";

export interface StockClient {
  readonly doc: Y.Doc;
  readonly awareness: WebsocketProvider["awareness"];
  /** Resolves when the server has answered for everything inserted so far: with this server, committed it. */
  readonly settled: () => Promise<void>;
  readonly leave: () => void;
}

/** A y-websocket client of one document, as any program may use it. Resolves when it has what the server has. */
export async function joinAsStockClient(place: Place, traffic?: Traffic): Promise<StockClient> {
  const { address, document } = place;
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(address, document, doc, {
    WebSocketPolyfill: socketFor(place, traffic),
    params: paramsOf(place),
    disableBc: true,
  });
  await new Promise<void>((resolve, reject) => {
    provider.once("sync", () => resolve());
    provider.once("closed", ({ code, reason }) => reject(new Error(`${document}: ${code} ${reason}`)));
  });
  return {
    doc,
    awareness: provider.awareness,
    settled: () => untilElsewhere(place, doc),
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
