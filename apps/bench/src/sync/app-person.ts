import { readClientFrame, readServerFrame } from "@consilium/workspace";
import { dialBrowserSocket, type DocumentSnapshot } from "@consilium/workspace-client";
import { createAppClient } from "../measuring/app-client.ts";
import type { Place } from "../measuring/place.ts";
import type { Traffic } from "../measuring/provider-socket.ts";
import type { CaretPerson } from "./carets.ts";

/** Somebody with the app's own client, at a lab server. Resolves when what the server has is there. */
export async function joinWithApp(place: Place, seat: string, traffic: Traffic): Promise<CaretPerson> {
  const { host, pathname } = new URL(place.address);
  const client = createAppClient({
    host,
    caseId: pathname.split("/").at(-1) ?? "",
    seat,
    dial: countingDial(traffic),
    fault: (document, cause) => {
      throw new Error(document, { cause });
    },
  });
  const { snapshot } = client.open(place.document)?.document ?? {};
  if (!snapshot) throw new Error(`${place.document} is the name of no document.`);
  const { promise, resolve } = Promise.withResolvers<DocumentSnapshot & { readonly phase: "open" }>();
  const look = () => {
    const now = snapshot.getSnapshot();
    if (now.phase === "open" && now.synced) resolve(now);
  };
  snapshot.subscribe(look);
  look();
  const { awareness } = await promise;
  return { awareness, leave: () => client.close() };
}

function countingDial(traffic: Traffic): typeof dialBrowserSocket {
  return (url, protocol, events) => {
    const socket = dialBrowserSocket(url, protocol, {
      ...events,
      heard: (bytes) => {
        const frame = readServerFrame(bytes);
        if (frame?.kind === "data") traffic.heard(frame.message);
        events.heard(bytes);
      },
    });
    return {
      ...socket,
      send: (bytes) => {
        const frame = readClientFrame(bytes);
        if (frame?.kind === "data") traffic.sent(frame.message);
        socket.send(bytes);
      },
    };
  };
}
