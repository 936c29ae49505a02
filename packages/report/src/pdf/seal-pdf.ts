import { plainAddPlaceholder } from "@signpdf/placeholder-plain";
import { SignPdf } from "@signpdf/signpdf";
import { Signer, SUBFILTER_ETSI_CADES_DETACHED } from "@signpdf/utils";
import { signDetached } from "./cades.ts";
import type { SealKey } from "./seal-key.ts";
import type { StampTime } from "./time-stamp.ts";

export interface SealWords {
  /** What the seal says that it is for. */
  readonly reason: string;
  /** Whose it is, in words. */
  readonly name: string;
  /** When the server sealed it: its own clock's word. */
  readonly at: Date;
  /** Asks an authority for the time (`askTimeStamp`): PAdES baseline B-T. Without it, B-B. */
  readonly stamp?: StampTime;
}

/** Bytes kept free for the signature and its certificates. */
const room = 16_384;

/**
 * The PDF with the server's seal as PAdES baseline B, appended behind its bytes, which stay as they are: tags, language and
 * outline too. Rejects where the authority gives no time stamp: whoever seals decides whether to go without. It is the server's seal, not the doctor's act of signing. Rejects where the certificates need more room.
 */
export async function sealPdf(
  pdf: Uint8Array,
  seal: SealKey,
  { reason, name, at, stamp }: SealWords,
): Promise<Uint8Array> {
  const waiting = plainAddPlaceholder({
    pdfBuffer: Buffer.from(pdf),
    reason,
    name,
    contactInfo: "",
    location: "",
    signingTime: at,
    signatureLength: room,
    subFilter: SUBFILTER_ETSI_CADES_DETACHED,
    // Beside the page: nothing is drawn.
    widgetRect: [-20, -20, -10, -10],
  });
  return Uint8Array.from(await new SignPdf().sign(waiting, new SealSigner(seal, stamp), at));
}

class SealSigner extends Signer {
  readonly #seal: SealKey;
  readonly #stamp: StampTime | undefined;

  constructor(seal: SealKey, stamp: StampTime | undefined) {
    super();
    this.#seal = seal;
    this.#stamp = stamp;
  }

  override async sign(pdf: Buffer): Promise<Buffer> {
    return Buffer.from(await signDetached(pdf, this.#seal, this.#stamp));
  }
}
