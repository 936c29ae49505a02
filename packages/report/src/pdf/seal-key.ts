import { webcrypto } from "node:crypto";
import forge from "node-forge";

/** The server's seal: an RSA key and the certificates that say whose it is, the key's own first. DER. */
export interface SealKey {
  readonly key: webcrypto.CryptoKey;
  readonly certificates: readonly [Uint8Array, ...Uint8Array[]];
  /** As the certificate says it. */
  readonly subject: string;
  readonly validFrom: Date;
  readonly validUntil: Date;
}

/**
 * A P12 that no seal can be made with. `not-a-p12`: no such file, or the passphrase is another one (the format cannot tell
 * them apart). `no-key`: it holds no RSA key, or no certificate of its key.
 */
export class SealKeyError extends Error {
  readonly reason: "not-a-p12" | "no-key";

  constructor(reason: SealKeyError["reason"]) {
    super(
      reason === "not-a-p12"
        ? "The seal's P12 cannot be opened: it is no P12, or its passphrase is another one."
        : "The seal's P12 holds no RSA key with its certificate.",
    );
    this.name = "SealKeyError";
    this.reason = reason;
  }
}

/** Reads a P12 (PKCS #12). Throws a `SealKeyError`. */
export async function openSealKey(p12: Uint8Array, passphrase: string): Promise<SealKey> {
  const { key, certificates } = readP12(p12, passphrase);
  const own = certificates.find(({ publicKey }) => isRsa(publicKey) && publicKey.n.equals(key.n));
  if (!own) throw new SealKeyError("no-key");
  const chain = certificates.filter((certificate) => certificate !== own);
  return {
    key: await webcrypto.subtle.importKey("pkcs8", pkcs8Of(key), algorithm, false, ["sign"]),
    certificates: [derOf(own), ...chain.map(derOf)],
    subject: own.subject.attributes.map(({ value }) => String(value)).join(", "),
    validFrom: own.validity.notBefore,
    validUntil: own.validity.notAfter,
  };
}

const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" } as const;

interface Opened {
  readonly key: forge.pki.rsa.PrivateKey;
  readonly certificates: readonly forge.pki.Certificate[];
}

function readP12(bytes: Uint8Array, passphrase: string): Opened {
  const { certBag, keyBag, pkcs8ShroudedKeyBag } = forge.pki.oids;
  if (certBag === undefined || keyBag === undefined || pkcs8ShroudedKeyBag === undefined)
    throw new Error("No OIDs");
  const p12 = parse(bytes, passphrase);
  const bagsOf = (bagType: string): forge.pkcs12.Bag[] => p12.getBags({ bagType })[bagType] ?? [];
  const [key] = [...bagsOf(pkcs8ShroudedKeyBag), ...bagsOf(keyBag)].flatMap((bag) => bag.key ?? []);
  if (!key || !("d" in key)) throw new SealKeyError("no-key");
  return { key, certificates: bagsOf(certBag).flatMap(({ cert }) => cert ?? []) };
}

function parse(bytes: Uint8Array, passphrase: string): forge.pkcs12.Pkcs12Pfx {
  try {
    return forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(Buffer.from(bytes).toString("latin1")), passphrase);
  } catch {
    throw new SealKeyError("not-a-p12");
  }
}

const isRsa = (key: forge.pki.PublicKey): key is forge.pki.rsa.PublicKey => "n" in key;

const bytesOf = (asn1: forge.asn1.Asn1): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(Buffer.from(forge.asn1.toDer(asn1).getBytes(), "latin1"));

const derOf = (certificate: forge.pki.Certificate): Uint8Array =>
  bytesOf(forge.pki.certificateToAsn1(certificate));

const pkcs8Of = (key: forge.pki.rsa.PrivateKey): Uint8Array<ArrayBuffer> =>
  bytesOf(forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(key)));
