import * as encoding from "lib0/encoding";
import * as Y from "yjs";

export type Struct = Y.Item | Y.GC | Y.Skip;

export interface DeletedRange {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
}

/** A V1 update taken apart, to be changed and put together again. */
export interface UpdateParts {
  /** Of each client id one run, as the format has it: a clock is that of the run's first struct. */
  readonly runs: { client: number; clock: number; readonly structs: Struct[] }[];
  readonly deletions: DeletedRange[];
}

export function takeApart(update: Uint8Array): UpdateParts {
  const { structs, ds } = Y.decodeUpdate(update);
  const runs: UpdateParts["runs"] = [];
  for (const struct of structs) {
    const last = runs.at(-1);
    if (last?.client === struct.id.client) last.structs.push(struct);
    else runs.push({ client: struct.id.client, clock: struct.id.clock, structs: [struct] });
  }
  const deletions = [...ds.clients].flatMap(([client, ranges]) =>
    ranges.map(({ clock, len }) => ({ client, clock, length: len })),
  );
  return { runs, deletions };
}

/** May throw: not everything that can be put into the parts has a form in bytes. */
export function putTogether({ runs, deletions }: UpdateParts): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  const out = encoder.restEncoder;
  encoding.writeVarUint(out, runs.length);
  for (const { client, clock, structs } of runs) {
    encoding.writeVarUint(out, structs.length);
    encoder.writeClient(client);
    encoding.writeVarUint(out, clock);
    for (const struct of structs) struct.write(encoder, 0);
  }
  const byClient = Map.groupBy(deletions, (range) => range.client);
  encoding.writeVarUint(out, byClient.size);
  for (const [client, ranges] of byClient) {
    encoding.writeVarUint(out, client);
    encoding.writeVarUint(out, ranges.length);
    for (const { clock, length } of ranges) {
      encoding.writeVarUint(out, clock);
      encoding.writeVarUint(out, length);
    }
  }
  return encoder.toUint8Array();
}
