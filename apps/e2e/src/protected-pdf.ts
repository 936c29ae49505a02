import { createHash } from "node:crypto";

/** Fills up passwords (ISO 32000-1, algorithm 2). */
const padding = Buffer.from("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a", "hex");
const fileId = Buffer.alloc(16, "a letter");
/** Everything is allowed to whoever opens it. */
const permissions = -4;

const md5 = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash("md5");
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** Node has it no more; it hides nothing from anybody, which a test need not. */
function rc4(key: Uint8Array, bytes: Uint8Array): Buffer {
  const state = Array.from({ length: 256 }, (_, at) => at);
  const swap = (one: number, other: number) => {
    [state[one], state[other]] = [state[other] ?? 0, state[one] ?? 0];
  };
  let j = 0;
  for (let i = 0; i < 256; i += 1) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) % 256;
    swap(i, j);
  }
  let i = 0;
  j = 0;
  const changed = Uint8Array.from(bytes, (byte) => {
    i = (i + 1) % 256;
    j = (j + (state[i] ?? 0)) % 256;
    swap(i, j);
    return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) % 256] ?? 0);
  });
  return Buffer.from(changed);
}

const hex = (bytes: Buffer): string => `<${bytes.toString("hex")}>`;

export interface Protection {
  /** An object's content as it stands in the file. */
  readonly encrypt: (object: number, bytes: Uint8Array) => Buffer;
  /** For the file's trailer. */
  readonly trailer: string;
}

/** Of a PDF that opens with this password only: 40 bits, as the first ones had it (revision 2 of the standard handler). */
export function protectedBy(password: string): Protection {
  const padded = Buffer.concat([Buffer.from(password), padding]).subarray(0, 32);
  const owner = rc4(md5(padded).subarray(0, 5), padded);
  const allowed = Buffer.alloc(4);
  allowed.writeInt32LE(permissions);
  const key = md5(padded, owner, allowed, fileId).subarray(0, 5);
  const id = hex(fileId);
  return {
    encrypt: (object, bytes) => {
      const numbered = Buffer.from([object & 255, object >> 8, 0, 0, 0]);
      return rc4(md5(key, numbered).subarray(0, 10), bytes);
    },
    trailer:
      `/ID [${id} ${id}] /Encrypt << /Filter /Standard /V 1 /R 2 /P ${permissions} ` +
      `/O ${hex(owner)} /U ${hex(rc4(key, padding))} >>`,
  };
}
