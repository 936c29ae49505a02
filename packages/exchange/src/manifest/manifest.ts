import { canonicalJson, sha256Hex } from "@consilium/foundation";

export const manifestName = "manifest.json";
export const manifestSchema = "consilium-case-export/1";

export interface ManifestFile {
  readonly path: string;
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  readonly mediaType: string;
}

/** A signed report in the export. */
export interface ManifestReport {
  readonly n: number;
  /** When it was taken along: `current`, `superseded`, `retracted`. */
  readonly state: string;
  /** Since when it had not stood; ISO 8601, UTC. Null: it stood. Not there in exports of before December 2026, as `check`. */
  readonly changedAt?: string | null;
  /** The address at which anybody can ask whether it still stands. */
  readonly check?: string;
  /** Of the canonical JSON, as it is printed on each form. */
  readonly digest: string;
  /** Its forms among the files: canonical JSON, PDF, FHIR document, the page that checks itself. */
  readonly json: string;
  readonly pdf: string;
  readonly fhir: string;
  readonly html: string;
}

export interface ManifestBody {
  readonly schema: typeof manifestSchema;
  readonly case: { readonly id: string; readonly number: string };
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly by: { readonly seat: string; readonly role: string; readonly name: string };
  readonly files: readonly ManifestFile[];
  readonly reports: readonly ManifestReport[];
}

export interface ManifestSeal {
  readonly algorithm: "RSASSA-PKCS1-v1_5-SHA-256";
  /** Of the canonical JSON of everything but `digest`, `seal` and `sealed`; base64. */
  readonly signature: string;
  /** DER in base64, the key's own first. */
  readonly certificates: readonly string[];
}

export interface Manifest extends ManifestBody {
  /** SHA-256 of what the seal signs. */
  readonly digest: string;
  readonly sealed: string;
  readonly seal: ManifestSeal | null;
}

/** What a server signs with. */
export interface SealingKey {
  readonly key: CryptoKey;
  readonly certificates: readonly Uint8Array[];
}

const bodyBytes = (body: ManifestBody): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(canonicalJson(body));

export async function sealManifest(body: ManifestBody, seal: SealingKey | undefined): Promise<Manifest> {
  const digest = await sha256Hex(bodyBytes(body));
  if (!seal)
    return { ...body, digest, sealed: "Not signed: the server that made this has no seal.", seal: null };
  const signature = await crypto.subtle.sign("RSASSA-PKCS1-v1_5", seal.key, bodyBytes(body));
  return {
    ...body,
    digest,
    sealed: "Signed with the seal of the server that made this.",
    seal: {
      algorithm: "RSASSA-PKCS1-v1_5-SHA-256",
      signature: Buffer.from(signature).toString("base64"),
      certificates: seal.certificates.map((der) => Buffer.from(der).toString("base64")),
    },
  };
}

/** What is signed of a manifest that was read. */
export function signedBytes(manifest: Manifest): Uint8Array<ArrayBuffer> {
  const { digest: _digest, sealed: _sealed, seal: _seal, ...body } = manifest;
  return bodyBytes(body);
}
