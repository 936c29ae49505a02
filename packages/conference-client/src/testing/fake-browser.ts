import * as fakeParameters from "mediasoup-client/fakeParameters";
import { FakeHandler } from "mediasoup-client/handlers/FakeHandler";
import type {
  HandlerFactory,
  HandlerInterface,
  HandlerSendOptions,
  RtpCapabilities,
} from "mediasoup-client/types";

export interface FakeBrowserSettings {
  /** Thrown where it is given other relays, as the library does in Firefox. */
  readonly refusesServers?: Error;
  /** No codec for this is there. */
  readonly lacks?: "audio" | "video";
  /** Pictures are sent in a codec that no server takes. */
  readonly isStrange?: boolean;
  /** What happens before a way is looked for again. */
  readonly beforeRestart?: () => Promise<void>;
}

/** A browser's connections, one for each way: they carry nothing, and what is asked of them is kept in its order. */
export class FakeBrowser {
  /** `send servers password-2`, `send restart`. */
  readonly asked: string[] = [];
  readonly sent: HandlerSendOptions[] = [];
  readonly handlerFactory: HandlerFactory;
  readonly #handlers: HandlerInterface[] = [];

  constructor(settings: FakeBrowserSettings = {}) {
    const made = FakeHandler.createFactory({
      ...fakeParameters,
      generateNativeRtpCapabilities: () => withoutKind(settings.lacks),
    });
    const factory: HandlerFactory["factory"] = (options) => {
      const handler = made.factory(options);
      this.#handlers.push(handler);
      this.#keepSent(handler, settings);
      this.#keepRestarts(handler, options.direction, settings);
      return handler;
    };
    this.handlerFactory = { ...made, factory };
  }

  /** All connections opened so far are without a way. */
  fail(): void {
    for (const handler of this.#handlers) handler.emit("@connectionstatechange", "failed");
  }

  #keepSent(handler: HandlerInterface, { isStrange }: FakeBrowserSettings): void {
    const send = handler.send.bind(handler);
    handler.send = async (options) => {
      this.sent.push(options);
      const { rtpParameters, ...made } = await send(options);
      if (!isStrange || options.track.kind === "audio") return { ...made, rtpParameters };
      const codecs = rtpParameters.codecs.map((codec) => ({ ...codec, mimeType: "video/none" }));
      return { ...made, rtpParameters: { ...rtpParameters, codecs } };
    };
  }

  #keepRestarts(handler: HandlerInterface, direction: string, settings: FakeBrowserSettings): void {
    const { refusesServers, beforeRestart } = settings;
    const update = handler.updateIceServers.bind(handler);
    handler.updateIceServers = async (servers) => {
      if (refusesServers) throw refusesServers;
      this.asked.push(`${direction} servers ${servers.map(({ credential }) => credential).join(" ")}`);
      await update(servers);
    };
    const restart = handler.restartIce.bind(handler);
    handler.restartIce = async (parameters) => {
      await beforeRestart?.();
      this.asked.push(`${direction} restart`);
      await restart(parameters);
    };
  }
}

function withoutKind(kind: "audio" | "video" | undefined): RtpCapabilities {
  const all = fakeParameters.generateNativeRtpCapabilities();
  return {
    codecs: all.codecs?.filter((codec) => codec.kind !== kind) ?? [],
    headerExtensions: all.headerExtensions ?? [],
  };
}
