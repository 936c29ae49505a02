import type { StoredFile } from "@consilium/clinical";
import type { FileReading } from "../file-reading.ts";
import type { Desk } from "../readers/reader.ts";
import type { Source } from "../source.ts";
import {
  type FromReader,
  type Go,
  type KeptFile,
  mostPiece,
  outOfMemory,
  type ToReader,
} from "./protocol.ts";

type Work = Extract<ToReader, { say: "work" }>;

/** The reading process's end of the line to the server. */
export interface Line {
  readonly send: (message: FromReader) => void;
  readonly read: Source["read"];
  readonly begin: (path: string, bytes: number) => Promise<Go>;
  readonly settle: (path: string, reading: FileReading) => void;
  readonly store: (file: NamedFile, content: AsyncIterable<Uint8Array | OwnBytes>) => Promise<StoredFile>;
  readonly takesLong: Desk["takeLong"];
  readonly endWithoutMemory: () => never;
}

/** Bytes of the delivered file that need not come and go back: the server has them. */
export interface OwnBytes {
  readonly offset: number;
  readonly length: number;
}

type NamedFile = Parameters<Desk["store"]>[0];

/** Pieces of one file on their way at once. */
const ahead = 4;

const send = (message: FromReader): void => void process.send?.(message);

type AnswerTo<Say extends ToReader["say"]> = Extract<ToReader, { say: Say }>;
type Ask = <Say extends ToReader["say"]>(
  say: Say,
  message: (request: number) => FromReader,
) => Promise<AnswerTo<Say>>;

const says = <Say extends ToReader["say"]>(answer: ToReader, say: Say): answer is AnswerTo<Say> =>
  answer.say === say;

export function openLine(onWork: (work: Work) => void): Line {
  const waiting = new Map<number, (answer: ToReader) => void>();
  let requests = 0;

  process.on("message", (message: ToReader) => {
    if (message.say === "work") return onWork(message);
    waiting.get(message.request)?.(message);
    waiting.delete(message.request);
  });
  process.on("disconnect", () => process.exit());

  const ask: Ask = (say, message) => {
    requests += 1;
    const request = requests;
    return new Promise((resolve, reject) => {
      waiting.set(request, (answer) =>
        says(answer, say) ? resolve(answer) : reject(new Error(`${answer.say} came for ${say}`)),
      );
      send(message(request));
    });
  };

  return {
    send,
    read: (offset, length) => readRange(ask, offset, length),
    begin: async (path, bytes) =>
      (await ask("go", (request) => ({ say: "begin", request, path, bytes }))).answer,
    settle: (path, reading) => send({ say: "settle", path, reading }),
    store: (file, content) => store(ask, file, content),
    takesLong: () => send({ say: "takes-long" }),
    endWithoutMemory: () => process.exit(outOfMemory),
  };
}

async function readRange(ask: Ask, offset: number, length: number): Promise<Uint8Array> {
  const piece = async (start: number) => {
    const size = Math.min(mostPiece, offset + length - start);
    return (await ask("bytes", (request) => ({ say: "read", request, offset: start, length: size }))).bytes;
  };
  if (length <= mostPiece) return piece(offset);
  const whole = new Uint8Array(length);
  const step = ahead * mostPiece;
  for (let start = offset; start < offset + length; start += step) {
    const starts = Array.from({ length: ahead }, (_, place) => start + place * mostPiece);
    const asked = starts
      .filter((at) => at < offset + length)
      .map(async (at) => [at, await piece(at)] as const);
    for (const [at, bytes] of await Promise.all(asked)) whole.set(bytes, at - offset);
  }
  return whole;
}

async function store(
  ask: Ask,
  file: NamedFile,
  content: AsyncIterable<Uint8Array | OwnBytes>,
): Promise<StoredFile> {
  let number = 0;
  const answered = ask("stored", (request) => {
    number = request;
    return { say: "store", request, ...file };
  });
  const onTheirWay: Promise<unknown>[] = [];
  for await (const bytes of content) {
    if (!(bytes instanceof Uint8Array)) {
      // In their order: what was sent before is taken first.
      await Promise.all(onTheirWay.splice(0));
      await ask("taken", (request) => ({ say: "own", request, store: number, ...bytes }));
      continue;
    }
    for (let start = 0; start < bytes.length; start += mostPiece) {
      const piece = bytes.subarray(start, start + mostPiece);
      onTheirWay.push(ask("taken", (request) => ({ say: "piece", request, store: number, bytes: piece })));
      if (onTheirWay.length >= ahead) await onTheirWay.shift();
    }
  }
  await Promise.all(onTheirWay);
  send({ say: "stored-all", store: number });
  const kept: KeptFile = (await answered).file;
  return { id: kept.id, name: file.name, mediaType: file.mediaType, bytes: kept.bytes, sha256: kept.sha256 };
}
