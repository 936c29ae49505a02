import { createHash, randomBytes } from "node:crypto";
import { Integer, OctetString } from "asn1js";
import { AlgorithmIdentifier, MessageImprint, SignedData, TimeStampReq, TimeStampResp, TSTInfo } from "pkijs";

/** Gives for a signature's bytes the token of an authority that says when they were there (RFC 3161), DER. */
export type StampTime = (signature: Uint8Array) => Promise<Uint8Array>;

/** `unreachable`: no answer, or no HTTP 200. `refused`: it gave no token. `wrong`: its token is for something else. */
export class TimeStampError extends Error {
  readonly reason: "unreachable" | "refused" | "wrong";

  constructor(reason: TimeStampError["reason"]) {
    super(`The time stamp authority gave no time stamp (${reason})`);
    this.name = "TimeStampError";
    this.reason = reason;
  }
}

const sha256Oid = "2.16.840.1.101.3.4.2.1";
const granted: ReadonlySet<number> = new Set([0, 1]);

/** Asks the authority at `url`. `patience` in milliseconds. Rejects with a `TimeStampError`. */
export function askTimeStamp(url: string, patience = 10_000): StampTime {
  return async (signature) => {
    const digest = Uint8Array.from(createHash("sha256").update(signature).digest());
    const nonce = Uint8Array.from([1, ...randomBytes(8)]);
    const request = new TimeStampReq({
      version: 1,
      messageImprint: new MessageImprint({
        hashAlgorithm: new AlgorithmIdentifier({ algorithmId: sha256Oid }),
        hashedMessage: new OctetString({ valueHex: digest.buffer }),
      }),
      nonce: new Integer({ valueHex: nonce.buffer }),
      certReq: true,
    });
    const answer = await post(url, new Uint8Array(request.toSchema().toBER(false)), patience);
    return tokenOf(answer, digest, nonce);
  };
}

async function post(
  url: string,
  body: Uint8Array<ArrayBuffer>,
  patience: number,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/timestamp-query" },
      body,
      redirect: "error",
      signal: AbortSignal.timeout(patience),
    });
    if (response.status === 200) return new Uint8Array(await response.arrayBuffer());
  } catch {
    // Said below.
  }
  throw new TimeStampError("unreachable");
}

function tokenOf(answer: Uint8Array<ArrayBuffer>, digest: Uint8Array, nonce: Uint8Array): Uint8Array {
  const response = parse(answer);
  if (!granted.has(response.status.status) || !response.timeStampToken) throw new TimeStampError("refused");
  const info = infoOf(response.timeStampToken);
  if (!info || !isSame(info.messageImprint.hashedMessage.valueBlock.valueHexView, digest))
    throw new TimeStampError("wrong");
  if (!isSame(info.nonce?.valueBlock.valueHexView, nonce)) throw new TimeStampError("wrong");
  return new Uint8Array(response.timeStampToken.toSchema().toBER(false));
}

const isSame = (one: Uint8Array | undefined, other: Uint8Array): boolean =>
  one !== undefined && Buffer.from(one).equals(other);

function parse(answer: Uint8Array<ArrayBuffer>): TimeStampResp {
  try {
    return TimeStampResp.fromBER(answer);
  } catch {
    throw new TimeStampError("refused");
  }
}

/** What the token says; undefined: it says nothing that can be read. */
export function infoOf(token: NonNullable<TimeStampResp["timeStampToken"]>): TSTInfo | undefined {
  try {
    const content = new SignedData({ schema: token.content }).encapContentInfo.eContent;
    return content && TSTInfo.fromBER(Uint8Array.from(Buffer.from(content.getValue())));
  } catch {
    return undefined;
  }
}
