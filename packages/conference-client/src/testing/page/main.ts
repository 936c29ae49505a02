import type { Notice } from "@consilium/conference";
import { Call, type Line, type LineEvents, Signalling } from "../../index.ts";
import { iceNameOf, openConnections, relayErrors, watchConnections } from "./connections.ts";
import { leavingLayers, waysInUse } from "./figures.ts";
import { Stage } from "./stage.ts";
import type { TestCall } from "./test-call.ts";
import { trackOf } from "./tracks.ts";
import { watchSilence } from "./watch-silence.ts";

/* The page of one person: `?seat=…&name=…&party=…`, and `&relay` where it may go over a relay alone. */

const { searchParams } = new URL(location.href);
watchConnections(searchParams.has("relay"));

const told: string[] = [];
const faults: string[] = [];
const stage = new Stage();
const fault = (cause: unknown): void => void faults.push(String(cause));
const opened = Promise.withResolvers<void>();
let entered = 0;

/** Codes of 4000 and more are the server's own words: it does not want the page back. */
function connect(events: LineEvents): Line {
  const address = new URL(`/line?${searchParams}`, location.href.replace(/^http/, "ws"));
  const line = new WebSocket(address);
  line.addEventListener("open", () => events.opened());
  line.addEventListener("message", ({ data }) => events.said(String(data)));
  line.addEventListener("close", ({ code }) => events.closed(code >= 4000));
  return line;
}

const signalling: Signalling = new Signalling({
  connect,
  // There at addresses without TLS too.
  createId: () => Array.from(crypto.getRandomValues(new Uint32Array(4))).join("-"),
  heard: (notice) => void hear(notice).catch(fault),
  opened: (isAgain) => {
    if (isAgain) void comeBack().catch(fault);
    else opened.resolve();
  },
  lost: (isFinal) => told.push(isFinal ? "closed" : "lost"),
});
const call = new Call({
  signalling,
  events: {
    known: () => {},
    received: (one) => stage.show(one),
    gone: (producer) => stage.hide(producer),
    unsent: (source, isUnsent) => {
      if (isUnsent) fault(`The ${source} cannot be sent`);
    },
    unreceived: (producer) => fault(`${producer} cannot be received`),
  },
});

async function hear(notice: Notice): Promise<void> {
  told.push(notice.method);
  if (notice.method === "streamAdded") await call.added(notice.data);
  if (notice.method === "producerClosed") call.ended(notice.data.producer);
  if (notice.method === "moved") await call.begin();
}

/** The place is kept; the way there may be another one. */
async function comeBack(): Promise<void> {
  await signalling.ask("join", { version: 1 });
  signalling.askAgain();
  lookAgain();
}

/** One after the other. */
let turn: Promise<void> = Promise.resolve();
function lookAgain(): void {
  turn = turn.then(() => call.resume()).catch(fault);
}

watchSilence({
  count: () => call.count(),
  expectsSome: () => stage.hears(),
  act: (act) => (act === "reconnect" ? signalling.reconnectNow() : lookAgain()),
});

Object.assign(globalThis, {
  testCall: {
    enter: async () => {
      entered = Date.now();
      await opened.promise;
      await signalling.ask("join", { version: 1 });
      return (await signalling.ask("goIn", {})).at;
    },
    entered: () => entered,
    admit: async (seat) => void (await signalling.ask("admit", { seat })),
    begin: () => call.begin(),
    send: async (source, size) => call.send(source, await trackOf(source, size)),
    pause: (source, isPaused) => call.pause(source, isPaused),
    stop: (source) => call.stop(source),
    wish: async (seat, source, layer) => call.wish(stage.producerOf(seat, source) ?? "", layer),
    arriving: () => stage.arriving(),
    leaving: leavingLayers,
    ways: waysInUse,
    leave: async () => void (await signalling.ask("leave", {})),
    relayErrors: () => relayErrors,
    states: () => openConnections().map(({ connectionState }) => connectionState),
    iceNames: () => openConnections().map(iceNameOf),
    told: () => told,
    faults: () => faults,
  } satisfies TestCall,
});
