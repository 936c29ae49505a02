import * as fakeParameters from "mediasoup-client/fakeParameters";
import { FakeHandler } from "mediasoup-client/handlers/FakeHandler";
import type { HandlerFactory, HandlerInterface, HandlerSendOptions } from "mediasoup-client/types";

export interface FakeBrowserSettings {
  /** Thrown where it is given other relays, as the library does in Firefox. */
  readonly refusesServers?: Error;
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
    const made = FakeHandler.createFactory(fakeParameters);
    const factory: HandlerFactory["factory"] = (options) => {
      const handler = made.factory(options);
      this.#handlers.push(handler);
      this.#keepSent(handler);
      this.#keepRestarts(handler, options.direction, settings);
      return handler;
    };
    this.handlerFactory = { ...made, factory };
  }

  /** All connections opened so far are without a way. */
  fail(): void {
    for (const handler of this.#handlers) handler.emit("@connectionstatechange", "failed");
  }

  #keepSent(handler: HandlerInterface): void {
    const send = handler.send.bind(handler);
    handler.send = (options) => {
      this.sent.push(options);
      return send(options);
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
