import {
  createAssembler,
  encodeOpen,
  framesOf,
  type OpenedTerms,
  readServerFrame,
  type RefusalFate,
  type RefusalReason,
  type SeatPlace,
  type ServerFrame,
} from "@consilium/workspace";
import type { Door } from "../doors/socket.ts";
import type { WorkspaceServer } from "../workspace-server.ts";
import { createReplica } from "./replica.ts";
import type { ClientOptions, TestClient } from "./stock-client.ts";
import { opinionName, visitorNamed } from "./test-ports.ts";

/** The app's client on the second door, one document on channel 1. */
export interface AppClient extends TestClient {
  readonly terms: () => OpenedTerms | undefined;
  readonly refusals: { readonly count: number; readonly fate: RefusalFate; readonly reason: RefusalReason }[];
  /** Frames of channel 0, in their order. */
  readonly ofTheCase: ServerFrame[];
  readonly places: () => readonly SeatPlace[];
}

const channel = 1;
const longest = 8 * 1024 * 1024;

interface Wire {
  readonly door: Door;
  readonly up: Uint8Array[];
  readonly down: Uint8Array[];
  readonly assemble: ReturnType<typeof createAssembler>;
  /** The channel has a document behind it. */
  isOpened: boolean;
}

export function createAppClient(
  server: WorkspaceServer,
  person: string,
  options: ClientOptions = {},
): AppClient {
  const replica = createReplica(true);
  const closedWith: number[] = [];
  const refusals: AppClient["refusals"] = [];
  const ofTheCase: ServerFrame[] = [];
  let terms: OpenedTerms | undefined;
  let wire: Wire | undefined;

  const drop = () => {
    wire = undefined;
    replica.cut();
  };
  const hear = (current: Wire, frame: ServerFrame | undefined): void => {
    switch (frame?.kind) {
      case "opened":
        terms = frame.terms;
        if (current.isOpened) return;
        current.isOpened = true;
        replica.doc.clientID = frame.terms.clientId;
        return replica.begin((message) => current.up.push(...framesOf(channel, message)));
      case "data":
        return replica.hear(frame.message);
      case "part": {
        const assembled = current.assemble(frame);
        if (assembled.state === "whole") replica.hear(assembled.message);
        return undefined;
      }
      case "saved":
        return replica.heardSaved(frame.count);
      case "refused":
        refusals.push(frame);
        return frame.fate === "late" ? replica.heardLate(frame.count) : undefined;
      case "resync":
        return replica.answer(frame.vector);
      case "close":
        closedWith.push(frame.code);
        return drop();
      case "places":
      case "changed":
      case "beat":
        return void ofTheCase.push(frame);
      case undefined:
        throw new Error("the server said what nobody understands");
    }
  };
  return {
    ...replica,
    person,
    closedWith,
    refusals,
    ofTheCase,
    terms: () => terms,
    places: () => ofTheCase.flatMap((frame) => (frame.kind === "places" ? [frame.places] : [])).at(-1) ?? [],
    loseDown: () => void wire?.down.splice(0),
    takeSome: () => {},
    takeBack: () => wire?.up.pop() ?? Uint8Array.of(),
    say: (frame) => void wire?.up.push(frame),
    connected: () => wire !== undefined,
    lose: drop,
    cut: () => {
      wire?.door.left();
      drop();
    },
    connect: (to = server) => {
      wire = openWire(to, person, options, (code, closed) => {
        closedWith.push(code);
        if (wire === closed) drop();
      });
      const have = terms?.clientId ?? options.have;
      const wish = { schema: options.schema ?? 1, ...(have !== undefined && { have }) };
      wire.up.push(encodeOpen({ channel, document: options.name ?? opinionName, wish }));
    },
    deliverUp: () => {
      const frame = wire?.up.shift();
      if (frame) wire?.door.receive(frame);
      return frame !== undefined;
    },
    deliverDown: () => {
      const frame = wire?.down.shift();
      if (frame && wire) hear(wire, readServerFrame(frame));
      return frame !== undefined;
    },
  };
}

function openWire(
  server: WorkspaceServer,
  person: string,
  options: ClientOptions,
  closed: (code: number, wire: Wire | undefined) => void,
): Wire {
  const down: Uint8Array[] = [];
  let wire: Wire | undefined;
  const socket = {
    send: (frame: Uint8Array, taken: () => void) => {
      down.push(frame);
      if (!options.waiting) taken();
    },
    close: (code: number) => closed(code, wire),
    waiting: options.waiting ?? (() => 0),
  };
  const door = server.openConnection(socket, options.visitor ?? visitorNamed(person));
  wire = { door, up: [], down, assemble: createAssembler(longest), isOpened: false };
  return wire;
}
