import { createHash } from "node:crypto";
import { fromBER, ObjectIdentifier, OctetString, Sequence } from "asn1js";
import {
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from "pkijs";
import type { SealKey } from "./seal-key.ts";
import type { StampTime } from "./time-stamp.ts";

const oids = {
  data: "1.2.840.113549.1.7.1",
  signedData: "1.2.840.113549.1.7.2",
  contentType: "1.2.840.113549.1.9.3",
  messageDigest: "1.2.840.113549.1.9.4",
  timeStampToken: "1.2.840.113549.1.9.16.2.14",
  signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
} as const;

/**
 * A detached CMS signature as CAdES and PAdES baseline B want it: it names its certificate (ESS v2) and says no time of its
 * own. The same bytes give the same signature. With `stamp`, an authority says when it was there: baseline B-T.
 */
export async function signDetached(
  content: Uint8Array,
  { key, certificates }: SealKey,
  stamp: StampTime | undefined,
): Promise<Uint8Array> {
  const [own] = certificates;
  const [leaf, ...chain] = certificates.map((der) => Certificate.fromBER(Uint8Array.from(der)));
  if (!leaf) throw new Error("A seal has a certificate");
  const signed = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: oids.data }),
    certificates: [leaf, ...chain],
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: leaf.issuer, serialNumber: leaf.serialNumber }),
        signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes: attributesOf(content, own) }),
      }),
    ],
  });
  await signed.sign(key, 0, "SHA-256", Uint8Array.from(content));
  if (stamp) await stampSigner(signed, stamp);
  const info = new ContentInfo({ contentType: oids.signedData, content: signed.toSchema(true) });
  return new Uint8Array(info.toSchema().toBER(false));
}

async function stampSigner({ signerInfos: [signer] }: SignedData, stamp: StampTime): Promise<void> {
  if (!signer) return;
  const token = await stamp(Uint8Array.from(signer.signature.valueBlock.valueHexView));
  const value = fromBER(Uint8Array.from(token)).result;
  const attribute = new Attribute({ type: oids.timeStampToken, values: [value] });
  signer.unsignedAttrs = new SignedAndUnsignedAttributes({ type: 1, attributes: [attribute] });
}

const attributesOf = (content: Uint8Array, certificate: Uint8Array): Attribute[] => [
  new Attribute({ type: oids.contentType, values: [new ObjectIdentifier({ value: oids.data })] }),
  new Attribute({ type: oids.messageDigest, values: [octets(sha256(content))] }),
  new Attribute({
    type: oids.signingCertificateV2,
    values: [sequence(sequence(sequence(octets(sha256(certificate)))))],
  }),
];

const sha256 = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(createHash("sha256").update(bytes).digest());

const octets = (bytes: Uint8Array<ArrayBuffer>): OctetString => new OctetString({ valueHex: bytes.buffer });

const sequence = (inner: Sequence | OctetString): Sequence => new Sequence({ value: [inner] });
