import { verify, X509Certificate } from "node:crypto";
import { sha256Hex } from "@consilium/foundation";
import { type Manifest, signedBytes } from "../manifest/manifest.ts";

/** `none`: there is no seal to prove anything. Whose the certificate is, is for the reader to judge: no authority is asked. */
export type SealStanding =
  | { readonly is: "none" }
  | { readonly is: "right"; readonly by: string; readonly fingerprint: string }
  /** The manifest was changed, or its seal. */
  | { readonly is: "wrong" };

export async function sealStanding(manifest: Manifest): Promise<SealStanding> {
  const bytes = signedBytes(manifest);
  if ((await sha256Hex(bytes)) !== manifest.digest) return { is: "wrong" };
  if (manifest.seal === null) return { is: "none" };
  const [own = ""] = manifest.seal.certificates;
  try {
    const certificate = new X509Certificate(Buffer.from(own, "base64"));
    const signature = Buffer.from(manifest.seal.signature, "base64");
    return verify("sha256", bytes, certificate.publicKey, signature)
      ? {
          is: "right",
          by: certificate.subject.replaceAll("\n", ", "),
          fingerprint: certificate.fingerprint256,
        }
      : { is: "wrong" };
  } catch {
    return { is: "wrong" };
  }
}
