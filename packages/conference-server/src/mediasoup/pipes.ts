import type { Consumer, Producer, Router } from "mediasoup/types";
import { NoSuchThing } from "../media.ts";

/** Brings streams from the router that they are sent to onto others of the same room, each once. They end with what they come from. */
export class Pipes {
  readonly #brought = new WeakMap<Producer, Map<Router, Promise<Producer>>>();

  /** The stream as it is on `to`, under the same id. Throws `NoSuchThing` where it has ended meanwhile. */
  bring(producer: Producer, from: Router, to: Router): Promise<Producer> {
    if (from === to) return Promise.resolve(producer);
    const brought = this.#brought.get(producer) ?? new Map<Router, Promise<Producer>>();
    this.#brought.set(producer, brought);
    const before = brought.get(to);
    if (before) return before;
    const bringing = pipe(producer, from, to);
    brought.set(to, bringing);
    bringing.catch(() => brought.delete(to));
    return bringing;
  }
}

/** Over the loopback, where nobody listens: in clear. What a busy worker did not take in time is sent again. */
async function pipe(producer: Producer, from: Router, to: Router): Promise<Producer> {
  try {
    const { pipeConsumer, pipeProducer } = await from.pipeToRouter({
      producerId: producer.id,
      router: to,
      enableRtx: true,
      enableSctp: false,
    });
    if (!pipeConsumer || !pipeProducer) throw new Error("A stream was piped and is not there");
    passPauses(pipeConsumer, pipeProducer);
    return pipeProducer;
  } catch (cause) {
    throw producer.closed ? new NoSuchThing(producer.id) : cause;
  }
}

/** In place of what mediasoup does here: its own listeners let a worker that dies in between end the whole server. */
function passPauses(consumer: Consumer, producer: Producer): void {
  consumer.observer.removeAllListeners("pause").on("pause", () => quietly(producer.pause()));
  consumer.observer.removeAllListeners("resume").on("resume", () => quietly(producer.resume()));
}

const quietly = (done: Promise<void>): void => void done.catch(() => undefined);
