import { readFile, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { kept } from "../file-reading.ts";
import { serveReaders } from "../process/serve.ts";
import type { Desk, Reader } from "../readers/reader.ts";
import { readers } from "../readers/readers.ts";
import { wholeOf } from "../source.ts";

/** Memory outside the heap that is really used. */
function hog(): never {
  const held: Buffer[] = [];
  for (;;) held.push(Buffer.alloc(16 * 2 ** 20, 1));
}

/** A record of a file that was never stored for it, as if it were another one of the case. */
const forged = (id: string) => {
  const file = {
    id: "01K000000000000000000OTHER",
    name: "a.pdf",
    mediaType: "application/pdf",
    bytes: 1,
    sha256: "00",
  };
  const heading = { id, title: "a", date: null, source: "", author: null, language: null, code: null };
  const content = { file, pages: 1, hasText: true };
  return kept({ records: [{ ...heading, revealsFirstOpinion: false, kind: "document", content }] });
};

/** What the process has and may: told as the name of a patient. */
async function lookAround({ limits }: Desk) {
  const tried = await Promise.allSettled([
    writeFile(join(tmpdir(), "consilium-reader"), "plain"),
    readFile("/etc/hostname"),
    new Promise((resolve, reject) =>
      connect(limits.files, "127.0.0.1", () => resolve(null)).on("error", reject),
    ),
  ]);
  const refused = tried.map((one) => (one.status === "rejected" ? one.reason.code : "allowed"));
  const environment = Object.keys(process.env).filter(
    (name) => !/^(?:MALLOC_ARENA_MAX|MIMALLOC_ARENA_EAGER_COMMIT|VIPSHOME|VIPS_DISC_THRESHOLD)$/.test(name),
  );
  return kept({ patients: [{ name: [...refused, ...environment].join(" "), birthDate: null }] });
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
    if (does === "nonsense") process.send?.({ say: "read", request: 1, offset: 0, length: 2 ** 40 });
    if (does === "nonsense-own") {
      const opening = { say: "store", request: 1, name: "a.txt", mediaType: "text/plain" };
      process.send?.(opening);
      process.send?.({ say: "own", request: 2, store: 1, offset: 0, length: source.bytes + 1 });
    }
    if (does === "beyond") await source.read(0, source.bytes + 1);
    if (does === "forge") return forged(desk.createId());
    if (does === "look-around") return lookAround(desk);
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
