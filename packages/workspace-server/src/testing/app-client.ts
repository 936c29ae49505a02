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
import type { WorkspaceServer } from "../workspace-server.ts";
import { createReplica, type Replica } from "./replica.ts";
import type { ClientOptions, TestClient } from "./stock-client.ts";
import { opinionName, visitorNamed } from "./test-ports.ts";
import { createWire, handsOn, socketOf, type Wire } from "./wire.ts";

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

/** What the client knows. */
interface Knowledge {
  readonly replica: Replica;
  readonly closedWith: number[];
  readonly refusals: AppClient["refusals"];
  readonly ofTheCase: ServerFrame[];
  terms: OpenedTerms | undefined;
  wire: Wire | undefined;
  /** The channel has a document behind it. */
  isOpened: boolean;
  assemble: ReturnType<typeof createAssembler>;
}

export function createAppClient(
  server: WorkspaceServer,
  person: string,
  options: ClientOptions = {},
): AppClient {
  const replica = createReplica(!options.reads, options.firstId);
  const known: Knowledge = {
    replica,
    closedWith: [],
    refusals: [],
    ofTheCase: [],
    terms: undefined,
    wire: undefined,
    isOpened: false,
    assemble: createAssembler(longest),
  };
  const hands = handsOn(
    () => known.wire,
    () => drop(known),
    (wire, bytes) => hear(known, wire, readServerFrame(bytes)),
  );
  const { closedWith, refusals, ofTheCase } = known;
  return {
    ...replica,
    ...hands,
    person,
    closedWith,
    refusals,
    ofTheCase,
    terms: () => known.terms,
    places: () => ofTheCase.flatMap((frame) => (frame.kind === "places" ? [frame.places] : [])).at(-1) ?? [],
    connect: (to = server) => connect(known, to, person, options),
  };
}

function drop(known: Knowledge): void {
  known.wire = undefined;
  known.replica.cut();
}

function connect(known: Knowledge, server: WorkspaceServer, person: string, options: ClientOptions): void {
  const wire = createWire();
  const closed = (code: number) => {
    known.closedWith.push(code);
    if (known.wire === wire) drop(known);
  };
  const socket = socketOf(wire, closed, options.waiting);
  wire.door = server.openConnection(socket, options.visitor ?? visitorNamed(person));
  if (wire.isClosed) return;
  known.wire = wire;
  known.isOpened = false;
  known.assemble = createAssembler(longest);
  const have = known.terms?.clientId ?? options.have;
  const wish = { schema: options.schema ?? 1, ...(have !== undefined && { have }) };
  wire.up.push(encodeOpen({ channel, document: options.name ?? opinionName, wish }));
}

function hear(known: Knowledge, wire: Wire, frame: ServerFrame | undefined): void {
  const { replica } = known;
  switch (frame?.kind) {
    case "opened":
      return open(known, wire, frame.terms);
    case "data":
      return replica.hear(frame.message);
    case "part": {
      const assembled = known.assemble(frame);
      return assembled.state === "whole" ? replica.hear(assembled.message) : undefined;
    }
    case "saved":
      return replica.heardSaved(frame.count);
    case "refused":
      known.refusals.push(frame);
      return frame.fate === "late" ? replica.heardLate(frame.count) : undefined;
    case "resync":
      return replica.answer(frame.vector);
    case "close":
      known.closedWith.push(frame.code);
      return drop(known);
    case "places":
    case "changed":
    case "beat":
      return void known.ofTheCase.push(frame);
    case undefined:
      throw new Error("the server said what nobody understands");
  }
}

function open(known: Knowledge, wire: Wire, terms: OpenedTerms): void {
  known.terms = terms;
  if (known.isOpened) return;
  known.isOpened = true;
  known.replica.doc.clientID = terms.clientId;
  known.replica.begin((message) => wire.up.push(...framesOf(channel, message)));
}
