/** All connections that this page has opened. */
const opened = new Set<RTCPeerConnection>();

export const relayErrors: number[] = [];

export const openConnections = (): readonly RTCPeerConnection[] =>
  [...opened].filter(({ connectionState }) => connectionState !== "closed");

/** From now on every connection is known here, and goes over a relay alone where that is wished. */
export function watchConnections(relayAlone: boolean): void {
  const Own = globalThis.RTCPeerConnection;
  globalThis.RTCPeerConnection = class extends Own {
    constructor(configuration?: RTCConfiguration) {
      super({ ...configuration, ...(relayAlone && { iceTransportPolicy: "relay" }) });
      opened.add(this);
      this.addEventListener("icecandidateerror", ({ errorCode }) => relayErrors.push(errorCode));
    }
  };
}

export const iceNameOf = ({ remoteDescription }: RTCPeerConnection): string =>
  /^a=ice-ufrag:(.+)$/m.exec(remoteDescription?.sdp ?? "")?.[1]?.trim() ?? "";

/** Each entry of the browser's figures of one kind. Their fields are numbers and words: what is missing is 0 or empty. */
export async function figuresOf(connection: RTCPeerConnection, kind: string): Promise<readonly Figures[]> {
  const found: Figures[] = [];
  for (const entry of (await connection.getStats()).values())
    if (entry.type === kind) found.push(new Figures(entry));
  return found;
}

export class Figures {
  readonly #entry: Readonly<Record<string, unknown>>;

  constructor(entry: Readonly<Record<string, unknown>>) {
    this.#entry = entry;
  }

  number(name: string): number {
    const value = this.#entry[name];
    return typeof value === "number" ? value : 0;
  }

  word(name: string): string {
    const value = this.#entry[name];
    return typeof value === "string" ? value : "";
  }
}
