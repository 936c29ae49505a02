import { readFile } from "node:fs/promises";
import { openSealKey, type SealKey } from "@consilium/report/pdf";

/** What PDFs are sealed with: the server's own certificate, and an authority that says when. */
export interface Seal {
  readonly key: SealKey;
  readonly stampUrl: string | undefined;
}

export interface SealSettings {
  /** A PKCS #12 file. */
  readonly file: string;
  readonly passphrase: string;
  readonly stampUrl: string | undefined;
}

/** Throws where the file or its passphrase is not right: a server that should seal does not begin without. */
export async function openSeal(settings: SealSettings | undefined): Promise<Seal | undefined> {
  if (!settings) return undefined;
  const key = await openSealKey(await readFile(settings.file), settings.passphrase);
  return { key, stampUrl: settings.stampUrl };
}

/** From the environment; a sentence for what does not fit together. */
export function readSealSettings(
  environment: NodeJS.ProcessEnv,
  problems: string[],
): SealSettings | undefined {
  const file = environment["CONSILIUM_SEAL"];
  const stampUrl = environment["TSA_URL"] || undefined;
  if (stampUrl !== undefined && !/^https?:$/.test(URL.parse(stampUrl)?.protocol ?? ""))
    problems.push("TSA_URL must be an address that begins with http:// or https://.");
  if (!file) {
    if (stampUrl !== undefined)
      problems.push("TSA_URL is set, and CONSILIUM_SEAL is not: there is nothing to stamp.");
    return undefined;
  }
  return { file, passphrase: environment["CONSILIUM_SEAL_PASSPHRASE"] ?? "", stampUrl };
}
