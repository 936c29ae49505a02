import { plainAddPlaceholder } from "@signpdf/placeholder-plain";
import { SignPdf } from "@signpdf/signpdf";
import { Signer, SUBFILTER_ETSI_CADES_DETACHED } from "@signpdf/utils";
import { signDetached } from "./cades.ts";
import type { SealKey } from "./seal-key.ts";

export interface SealWords {
  /** What the seal says that it is for. */
  readonly reason: string;
  /** Whose it is, in words. */
  readonly name: string;
  /** When the server sealed it: its own clock's word, no time stamp. */
  readonly at: Date;
}

/** Bytes kept free for the signature and its certificates. */
const room = 16_384;

/**
 * The PDF with the server's seal as PAdES baseline B, appended behind its bytes, which stay as they are: tags, language and
 * outline too. It is the server's seal, not the doctor's act of signing. Rejects where the certificates need more room.
 */
export async function sealPdf(
  pdf: Uint8Array,
  seal: SealKey,
  { reason, name, at }: SealWords,
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
  return Uint8Array.from(await new SignPdf().sign(waiting, new SealSigner(seal), at));
}

class SealSigner extends Signer {
  readonly #seal: SealKey;

  constructor(seal: SealKey) {
    super();
    this.#seal = seal;
  }

  override async sign(pdf: Buffer): Promise<Buffer> {
    return Buffer.from(await signDetached(pdf, this.#seal));
  }
}
