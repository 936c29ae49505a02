import type { FromReader, KeptFile } from "./protocol.ts";

export type StoreFile = (
  file: { readonly name: string; readonly mediaType: string },
  content: AsyncIterable<Uint8Array>,
) => Promise<KeptFile>;

type Opening = Extract<FromReader, { say: "store" }>;
type Piece = Pick<Extract<FromReader, { say: "piece" }>, "store" | "bytes">;

/** Files on their way from the reading process to their keeper, each as a stream that the keeper draws from. */
export interface Incoming {
  /** Resolves with what was kept. */
  readonly open: (opening: Opening) => Promise<KeptFile>;
  /** Resolves when the keeper has taken it. False: no such file is open. */
  readonly write: (piece: Piece) => Promise<boolean>;
  /** Resolves when all of it is kept. */
  readonly end: (store: number) => Promise<boolean>;
  /** The process is gone: what is half stored must not be kept. */
  readonly abandon: () => Promise<void>;
}

interface Coming {
  readonly writer: WritableStreamDefaultWriter<Uint8Array>;
  /**
   * Ends both sides at once. Aborting the writer would wait for a piece that its keeper has not drawn, which one that gave up
   * before it began to draw never does.
   */
  readonly breakOff: (reason: Error) => void;
  readonly kept: Promise<KeptFile>;
}

/** Where the keeper refused, its own reason is what counts, not that its stream was closed. */
async function pass(coming: Coming, act: Promise<void>): Promise<void> {
  try {
    await act;
  } catch (error) {
    await coming.kept;
    throw error;
  }
}

export function incomingFiles(store: StoreFile): Incoming {
  const open = new Map<number, Coming>();
  const begun: Promise<KeptFile>[] = [];

  return {
    open: ({ request, name, mediaType }) => {
      let control: TransformStreamDefaultController<Uint8Array> | undefined;
      const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>({
        start: (given) => {
          control = given;
        },
      });
      const writer = writable.getWriter();
      writer.closed.catch(() => undefined);
      const kept = store({ name, mediaType }, readable);
      open.set(request, { writer, breakOff: (reason) => control?.error(reason), kept });
      begun.push(kept);
      return kept;
    },
    write: async ({ store: number, bytes }) => {
      const coming = open.get(number);
      if (coming !== undefined) await pass(coming, coming.writer.write(bytes));
      return coming !== undefined;
    },
    end: async (number) => {
      const coming = open.get(number);
      open.delete(number);
      if (coming !== undefined) await pass(coming, coming.writer.close());
      await coming?.kept;
      return coming !== undefined;
    },
    abandon: async () => {
      const reason = new Error("The reading process ended before all of the file had come");
      for (const { breakOff } of open.values()) breakOff(reason);
      open.clear();
      await Promise.allSettled(begun);
    },
  };
}
