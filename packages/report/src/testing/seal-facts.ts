import { fromBER } from "asn1js";
import { ContentInfo, SignedData } from "pkijs";

export interface SealFacts {
  /** As a reader of PDF finds it out: the ranges that the file names, against the signature between them. */
  readonly isUnchanged: boolean;
  /** An authority's time stamp stands beside the signature (RFC 3161). */
  readonly hasTimeStamp: boolean;
}

const noSeal: SealFacts = { isUnchanged: false, hasTimeStamp: false };

/** What a sealed PDF says of its seal. */
export async function sealFacts(file: Uint8Array): Promise<SealFacts> {
  const raw = Buffer.from(file).toString("latin1");
  const [, ...range] = /\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\s*\]/.exec(raw) ?? [];
  const [from = 0, length = 0, second = 0, rest = 0] = range.map(Number);
  if (from !== 0 || second + rest !== file.length) return noSeal;
  const der = Uint8Array.from(Buffer.from(raw.slice(length + 1, second - 1), "hex"));
  const content = Uint8Array.from(Buffer.concat([file.subarray(0, length), file.subarray(second)]));
  try {
    const signed = new SignedData({ schema: new ContentInfo({ schema: fromBER(der).result }).content });
    const attributes = signed.signerInfos[0]?.unsignedAttrs?.attributes ?? [];
    return {
      isUnchanged: await signed.verify({ signer: 0, data: content.buffer, checkChain: false }),
      hasTimeStamp: attributes.some(({ type }) => type === "1.2.840.113549.1.9.16.2.14"),
    };
  } catch {
    return noSeal;
  }
}
