import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import type { Range, RangesByClient } from "./ranges.ts";
import { createReplay, type HistoryReplay } from "./replay.ts";
import { createSilentDoc } from "./silent-doc.ts";
import { createTables, type Tables } from "./tables.ts";

/** Raise it with any change of the form: an older checkpoint is then made again from the log. */
const form = 1;

/**
 * The whole past as bytes, deleted text included: to be sealed and stored beside the log, never sent. About as long as the
 * document, and some ten bytes a row.
 */
export function encodeCheckpoint({ doc, tables }: HistoryReplay): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, form);
  encoding.writeVarString(encoder, JSON.stringify([tables.authors, tables.rows.placeNames]));
  const { sequences, times, authors, sizes, places } = tables.rows;
  for (const numbers of [sequences, times, authors, sizes, places]) writeNumbers(encoder, numbers);
  encoding.writeVarUint(encoder, tables.insertions.size);
  for (const [client, { clocks, rows }] of tables.insertions) {
    encoding.writeVarUint(encoder, client);
    writeNumbers(encoder, clocks);
    writeNumbers(encoder, rows);
  }
  writeRanges(encoder, tables.deletions, ({ row }) => [row]);
  writeRanges(encoder, tables.moves, ({ originClient, originClock }) => [originClient, originClock]);
  encoding.writeVarUint8Array(encoder, Y.encodeStateAsUpdate(doc));
  return encoding.toUint8Array(encoder);
}

/** Undefined: of another form. Throws where the bytes are not a checkpoint; they were sealed, so that is a bug. */
export function replayFromCheckpoint(bytes: Uint8Array): HistoryReplay | undefined {
  const decoder = decoding.createDecoder(bytes);
  if (decoding.readVarUint(decoder) !== form) return undefined;
  const tables = readTables(decoder);
  const doc = createSilentDoc({ gc: false });
  Y.applyUpdate(doc, decoding.readVarUint8Array(decoder));
  return createReplay(tables, doc);
}

function readTables(decoder: decoding.Decoder): Tables {
  const tables = createTables();
  const [authors, placeNames]: [Tables["authors"], string[]] = JSON.parse(decoding.readVarString(decoder));
  const { rows } = tables;
  tables.authors.push(...authors);
  rows.placeNames.push(...placeNames);
  for (const numbers of [rows.sequences, rows.times, rows.authors, rows.sizes, rows.places])
    readNumbers(decoder, numbers);
  for (let count = decoding.readVarUint(decoder); count > 0; count -= 1) {
    const client = decoding.readVarUint(decoder);
    tables.insertions.set(client, { clocks: readNumbers(decoder), rows: readNumbers(decoder) });
  }
  readRanges(decoder, tables.deletions, (range, [row = 0]) => ({ ...range, row }));
  readRanges(decoder, tables.moves, (range, [originClient = 0, originClock = 0]) => ({
    ...range,
    originClient,
    originClock,
  }));
  return tables;
}

/** As differences, which are small. */
function writeNumbers(encoder: encoding.Encoder, numbers: readonly number[]): void {
  encoding.writeVarUint(encoder, numbers.length);
  let last = 0;
  for (const number of numbers) {
    encoding.writeVarInt(encoder, number - last);
    last = number;
  }
}

function readNumbers(decoder: decoding.Decoder, numbers: number[] = []): number[] {
  let last = 0;
  for (let count = decoding.readVarUint(decoder); count > 0; count -= 1) {
    last += decoding.readVarInt(decoder);
    numbers.push(last);
  }
  return numbers;
}

function writeRanges<T extends Range>(
  encoder: encoding.Encoder,
  ranges: RangesByClient<T>,
  about: (range: T) => readonly number[],
): void {
  encoding.writeVarUint(encoder, ranges.size);
  for (const [client, { list }] of ranges) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, list.length);
    for (const range of list) writeNumbers(encoder, [range.clock, range.end, ...about(range)]);
  }
}

function readRanges<T extends Range>(
  decoder: decoding.Decoder,
  ranges: RangesByClient<T>,
  rangeOf: (range: Range, about: readonly number[]) => T,
): void {
  for (let clients = decoding.readVarUint(decoder); clients > 0; clients -= 1) {
    const client = decoding.readVarUint(decoder);
    const list: T[] = [];
    for (let count = decoding.readVarUint(decoder); count > 0; count -= 1) {
      const [clock = 0, end = 0, ...about] = readNumbers(decoder);
      list.push(rangeOf({ clock, end }, about));
    }
    ranges.set(client, { list, sorted: false });
  }
}
