import { serveReaders } from "../process/serve.ts";
import type { Reader } from "../readers/reader.ts";
import { readers } from "../readers/readers.ts";
import { wholeOf } from "../source.ts";

/** Memory outside the heap that is really used. */
function hog(): never {
  const held: Buffer[] = [];
  for (;;) held.push(Buffer.alloc(16 * 2 ** 20, 1));
}

/** What a file can do to a reader at its worst, on demand: the file says which. */
const hostileReader: Reader = {
  takes: ({ kind: { kind }, name }) => kind === "text" && name.endsWith(".hostile"),
  read: async ({ source }, desk) => {
    const does = new TextDecoder().decode(await wholeOf(source)).trim();
    if (does === "hog") hog();
    if (does === "crash") process.abort();
    if (does === "exit") process.exit(3);
    if (does === "throw") throw new Error("the words of a patient");
    if (does === "half-stored") {
      void desk.store({ name: "half", mediaType: "text/plain" }, halfAndNoMore());
      await new Promise((resolve) => setImmediate(resolve));
    }
    for (;;);
  },
};

async function* halfAndNoMore(): AsyncGenerator<Uint8Array> {
  yield new Uint8Array(2 ** 20);
  await new Promise(() => undefined);
}

serveReaders([hostileReader, ...readers]);
