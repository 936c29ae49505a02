import type { Source } from "@consilium/conference";
import type { Received } from "../../call-settings.ts";
import { inboundOf } from "./figures.ts";
import type { Arriving } from "./test-call.ts";

interface Shown extends Received {
  readonly element: HTMLMediaElement;
  firstFrame: number | null;
}

/** What others send, on screen and to be heard: only what is played is decoded. */
export class Stage {
  readonly #shown = new Map<string, Shown>();

  show({ stream, track }: Received): void {
    this.hide(stream.producer);
    const element = document.createElement(track.kind === "video" ? "video" : "audio");
    const shown: Shown = { stream, track, element, firstFrame: null };
    this.#shown.set(stream.producer, shown);
    if (element instanceof HTMLVideoElement) {
      element.muted = true;
      element.width = 160;
      element.requestVideoFrameCallback(() => {
        shown.firstFrame = Date.now();
      });
    }
    element.autoplay = true;
    element.srcObject = new MediaStream([track]);
    document.body.append(element);
  }

  hide(producer: string): void {
    this.#shown.get(producer)?.element.remove();
    this.#shown.delete(producer);
  }

  producerOf(seat: string, source: Source): string | undefined {
    return [...this.#shown.values()].find(({ stream }) => stream.seat === seat && stream.source === source)
      ?.stream.producer;
  }

  /** Whether somebody's sound is here. */
  hears(): boolean {
    return [...this.#shown.values()].some(({ track }) => track.kind === "audio");
  }

  arriving(): Promise<readonly Arriving[]> {
    return Promise.all([...this.#shown.values()].map(figuresOfShown));
  }
}

async function figuresOfShown({ stream, track, firstFrame }: Shown): Promise<Arriving> {
  const figures = await inboundOf(track);
  const number = (name: string): number => figures?.number(name) ?? 0;
  return {
    seat: stream.seat,
    source: stream.source,
    frames: number("framesDecoded"),
    width: number("frameWidth"),
    energy: number("totalAudioEnergy"),
    packets: number("packetsReceived"),
    lost: number("packetsLost"),
    // What is made up while somebody is silent is silence: nobody misses it.
    concealed: number("concealedSamples") - number("silentConcealedSamples"),
    samples: number("totalSamplesReceived"),
    firstFrame,
  };
}
