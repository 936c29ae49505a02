import type { StoredFile } from "@consilium/clinical";
import type { CaseKey } from "@consilium/database";
import {
  type BlobStore,
  type FilePlace,
  openSealedFile,
  type PlainFacts,
  sealFile,
} from "@consilium/record-files";
import type { ByteRange } from "./byte-range.ts";

/** Files of cases, sealed under the case's key wherever they lie. */
export interface CaseFiles {
  /** Seals what comes and puts it away under a new id. Of what broke off nothing stays. */
  readonly put: (
    key: CaseKey,
    id: string,
    source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    options?: PutOptions,
  ) => Promise<PlainFacts>;
  /** Only what was not changed leaves: each piece is proved before it is handed out. */
  readonly read: (
    key: CaseKey,
    file: Pick<StoredFile, "id" | "bytes">,
    range?: ByteRange,
  ) => AsyncIterable<Uint8Array>;
  readonly remove: (ids: readonly string[]) => Promise<void>;
}

export interface PutOptions {
  readonly signal?: AbortSignal;
  /** All of it was read and sealed; whether it can be put away is not known yet. */
  readonly sealed?: (facts: PlainFacts) => void;
}

async function* telling(sealed: AsyncGenerator<Buffer>, end: () => void): AsyncGenerator<Buffer> {
  yield* sealed;
  end();
}

export function createCaseFiles(store: BlobStore): CaseFiles {
  return {
    put: async (key, id, source, { signal, sealed: tell } = {}) => {
      const { sealed, plain } = sealFile(source, key.key, placeOf(key, id));
      const put = await store.put(
        id,
        telling(sealed, () => tell?.(plain())),
        signal,
      );
      if (!put.ok) throw new Error(`There is a file ${id} already`);
      return plain();
    },
    read: async function* (key, { id, bytes }, range = { start: 0, end: bytes }) {
      const read = (from: number, length: number) => store.get(id, from, length);
      const file = await openSealedFile({ read, bytes, caseKey: key.key, place: placeOf(key, id) });
      yield* file.range(range.start, range.end - range.start);
    },
    remove: async (ids) => {
      for (const id of ids) await store.delete(id);
    },
  };
}

/** A file never changes under its id. */
const placeOf = ({ organisationId, caseId }: CaseKey, fileId: string): FilePlace => ({
  organisationId,
  caseId,
  fileId,
  version: 1,
});
