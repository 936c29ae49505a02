import { nameOf } from "../file-name.ts";
import { memorySource, type Source } from "../source.ts";
import { type ArchiveLimits, collect, type Member } from "./archive.ts";
import { gunzipped, tarMembers } from "./tar.ts";

const tarBlock = 512;
const tarMagic = { at: 257, text: "ustar" } as const;

/** The first block of what it unpacks to. */
async function firstBlock(source: Source, limits: ArchiveLimits): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  // Leaving the loop ends the stream.
  for await (const piece of gunzipped(source, limits)) {
    pieces.push(Buffer.from(piece));
    bytes += pieces.at(-1)?.length ?? 0;
    if (bytes >= tarBlock) break;
  }
  return Buffer.concat(pieces);
}

/** A packed tar gives its files; any other gzip the one file that was packed, named as it was before. */
export async function* gzipMembers(
  source: Source,
  limits: ArchiveLimits,
  path: string,
): AsyncGenerator<Member> {
  const start = await firstBlock(source, limits);
  if (start.subarray(tarMagic.at, tarMagic.at + tarMagic.text.length).toString("latin1") === tarMagic.text) {
    yield* tarMembers(source, limits, "gzip");
    return;
  }
  const content = await collect(gunzipped(source, limits), limits.inMemory, "too-large");
  const name = nameOf(path).replace(/\.(?:gz|gzip)$/i, "");
  yield {
    path: name === "" ? "content" : name,
    bytes: content.length,
    refusal: null,
    open: () => Promise.resolve(memorySource(content)),
  };
}
