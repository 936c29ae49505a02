import { secureRandom, systemClock } from "@consilium/foundation";
import { createWorkspaceClient, dialBrowserSocket, type WorkspaceClient } from "@consilium/workspace-client";
import { IDBFactory } from "fake-indexeddb";

export interface AppClientOptions {
  /** `127.0.0.1:port` of a lab server, which believes who comes. */
  readonly host: string;
  readonly caseId: string;
  /** Also the person, and the device. */
  readonly seat: string;
  readonly fault: (document: string, cause: unknown) => void;
  /** What the browser keeps from one page to the next; a new one unless told. */
  readonly indexedDB?: IDBFactory;
  readonly dial?: typeof dialBrowserSocket;
}

/** The app's own client, as a page has it. */
export const createAppClient = ({ host, caseId, seat, fault, ...rest }: AppClientOptions): WorkspaceClient =>
  createWorkspaceClient({
    caseId,
    seatId: seat,
    personId: seat,
    origin: `http://${host}`,
    fetchKey: () => Promise.resolve({ key: Buffer.alloc(32, 1).toString("base64"), device: seat }),
    fetchKeyOf: () => Promise.resolve(undefined),
    dial: rest.dial ?? dialBrowserSocket,
    indexedDB: rest.indexedDB ?? new IDBFactory(),
    locks: navigator.locks,
    clock: systemClock,
    random: secureRandom,
    fault,
  });
