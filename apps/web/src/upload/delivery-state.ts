/** A file on its way. */
export interface SentFile {
  /** Its fingerprint. */
  readonly id: string;
  /** Null: known from before this page was loaded, and not chosen again yet. */
  readonly path: string | null;
  readonly bytes: number;
  /** Bytes that are on the server, as far as is known. */
  readonly sent: number;
  /** `lost`: begun before this page was loaded; the browser has not kept it. `taken-out`: by the person. */
  readonly state: "lost" | "waiting" | "sending" | "paused" | "there" | "refused" | "taken-out";
  /** Of its upload on the server. */
  readonly url: string | null;
}

/**
 * `arriving`: files are sent. `offline`: nothing gets through, and it is tried again by itself. `ending`: all are there and
 * the server is told so. `stopped`: the server takes no more, for a reason. The last three are ends.
 */
export type Phase =
  | { readonly is: "arriving" }
  | { readonly is: "paused" }
  | { readonly is: "offline" }
  | { readonly is: "ending" }
  | { readonly is: "cancelling" }
  | { readonly is: "complete" }
  | { readonly is: "cancelled" }
  | { readonly is: "stopped"; readonly sentence: string | null };

export interface DeliveryState {
  readonly id: string;
  readonly phase: Phase;
  /** In the order in which they were chosen. None leaves the list, so that a place in it stays a file's own. */
  readonly files: readonly SentFile[];
}

export type DeliveryEvent =
  | { readonly is: "chosen"; readonly files: readonly Pick<SentFile, "id" | "path" | "bytes">[] }
  | { readonly is: "begun"; readonly at: number }
  | { readonly is: "located"; readonly at: number; readonly url: string | null }
  | { readonly is: "progress"; readonly at: number; readonly sent: number }
  | { readonly is: "arrived"; readonly at: number }
  | { readonly is: "failed"; readonly at: number }
  | { readonly is: "refused"; readonly at: number }
  | { readonly is: "file-paused"; readonly at: number }
  | { readonly is: "file-resumed"; readonly at: number }
  | { readonly is: "taken-out"; readonly at: number }
  | { readonly is: "gone-on-without" }
  | { readonly is: "doubted" }
  | { readonly is: "paused" }
  | { readonly is: "resumed" }
  | { readonly is: "connection-lost" }
  | { readonly is: "got-through" }
  | { readonly is: "ending" }
  | { readonly is: "complete" }
  | { readonly is: "cancelling" }
  | { readonly is: "cancelled" }
  | { readonly is: "stopped"; readonly sentence: string | null };

export const newDelivery = (id: string, files: readonly SentFile[] = []): DeliveryState => ({
  id,
  phase: { is: "arriving" },
  files,
});

/** Nothing happens any more to a delivery that has ended. */
export const hasEnded = ({ phase }: DeliveryState): boolean =>
  phase.is === "complete" || phase.is === "cancelled" || phase.is === "stopped";

/** What an event makes of a delivery. The same state where it means nothing. */
export function deliver(state: DeliveryState, event: DeliveryEvent): DeliveryState {
  if (hasEnded(state)) return state;
  if ("at" in event) return withFile(state, event);
  if (event.is === "chosen") return withChosen(state, event.files);
  if (event.is === "gone-on-without") return goneOnWithout(state);
  if (event.is === "doubted") return doubted(state);
  return turned(state, nextPhase(state.phase, event));
}

const goneOnWithout = (state: DeliveryState): DeliveryState =>
  mapFiles(state, (file) => (file.state === "lost" ? { ...file, state: "taken-out" } : file));

/** The server misses some of what it had said it has: each is asked about again, from where it stands. */
const doubted = (state: DeliveryState): DeliveryState =>
  mapFiles(turned(state, { is: "arriving" }), (file) =>
    file.state === "there" && file.path !== null ? { ...file, state: "waiting" } : file,
  );

type PhaseEvent = Exclude<
  DeliveryEvent,
  { at: number } | { is: "chosen" } | { is: "gone-on-without" } | { is: "doubted" }
>;

function nextPhase(phase: Phase, event: PhaseEvent): Phase {
  switch (event.is) {
    case "paused":
      return ["arriving", "offline", "ending"].includes(phase.is) ? { is: "paused" } : phase;
    case "resumed":
      return phase.is === "paused" ? { is: "arriving" } : phase;
    case "connection-lost":
      return phase.is === "arriving" || phase.is === "ending" ? { is: "offline" } : phase;
    case "got-through":
      return phase.is === "offline" ? { is: "arriving" } : phase;
    case "ending":
      return phase.is === "arriving" ? { is: "ending" } : phase;
    case "stopped":
      return { is: "stopped", sentence: event.sentence };
    case "complete":
    case "cancelling":
    case "cancelled":
      return { is: event.is };
  }
}

const turned = (state: DeliveryState, phase: Phase): DeliveryState =>
  state.phase === phase ? state : { ...state, phase };

const mapFiles = (state: DeliveryState, change: (file: SentFile) => SentFile): DeliveryState => ({
  ...state,
  files: state.files.map(change),
});

/** A file that was known gets its path back; what is there stays there, what was lost waits again. */
function withChosen(
  state: DeliveryState,
  chosen: readonly Pick<SentFile, "id" | "path" | "bytes">[],
): DeliveryState {
  const places = new Map(state.files.map(({ id }, at) => [id, at]));
  const files = [...state.files];
  for (const { id, path, bytes } of chosen) {
    const at = places.get(id);
    const known = at === undefined ? undefined : files[at];
    if (at === undefined || !known) {
      places.set(id, files.length);
      files.push({ id, path, bytes, sent: 0, state: "waiting", url: null });
    } else files[at] = { ...known, path, state: chosenAgain[known.state] };
  }
  return { ...state, phase: state.phase.is === "ending" ? { is: "arriving" } : state.phase, files };
}

const chosenAgain = {
  lost: "waiting",
  waiting: "waiting",
  sending: "sending",
  paused: "paused",
  there: "there",
  refused: "waiting",
  "taken-out": "waiting",
} as const satisfies Record<SentFile["state"], SentFile["state"]>;

function withFile(
  state: DeliveryState,
  event: Extract<DeliveryEvent, { readonly at: number }>,
): DeliveryState {
  const file = state.files[event.at];
  const next = file && nextFile(file, event);
  return next === undefined || next === file ? state : { ...state, files: state.files.with(event.at, next) };
}

function nextFile(file: SentFile, event: Extract<DeliveryEvent, { readonly at: number }>): SentFile {
  switch (event.is) {
    case "begun":
      return file.state === "waiting" ? { ...file, state: "sending" } : file;
    case "located":
      return { ...file, url: event.url, ...(event.url === null && { sent: 0 }) };
    case "progress":
      return file.state === "sending" ? { ...file, sent: Math.min(event.sent, file.bytes) } : file;
    case "arrived":
      return file.state === "taken-out" ? file : { ...file, state: "there", sent: file.bytes };
    case "failed":
      return file.state === "sending" ? { ...file, state: "waiting" } : file;
    case "refused":
      return { ...file, state: "refused" };
    case "file-paused":
      return file.state === "sending" || file.state === "waiting" ? { ...file, state: "paused" } : file;
    case "file-resumed":
      return file.state === "paused" ? { ...file, state: "waiting" } : file;
    case "taken-out":
      return { ...file, state: "taken-out" };
  }
}
