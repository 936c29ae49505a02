import { createServer } from "node:http";
import { Integer, ObjectIdentifier, OctetString } from "asn1js";
import {
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  PKIStatus,
  PKIStatusInfo,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from "pkijs";
import { openSealKey, type SealKey } from "../pdf/seal-key.ts";
import { makeP12 } from "./make-p12.ts";

export type Manner = "right" | "refusing" | "another-text" | "another-nonce" | "nonsense" | "broken";

export interface Authority {
  readonly url: string;
  readonly close: () => Promise<void>;
}

const contentOfToken = "1.2.840.113549.1.9.16.1.4";
export const authorityTime = new Date("2026-11-26T15:12:10Z");

/** A time stamp authority on this machine, right or wrong; at a free port where none is given. */
export async function startAuthority(manner: Manner, port = 0): Promise<Authority> {
  const key = await openSealKey(makeP12("authority"), "authority");
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      void answer(Uint8Array.from(Buffer.concat(parts)), manner, key).then((bytes) => {
        response.statusCode = manner === "broken" ? 500 : 200;
        return response.end(bytes);
      });
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

async function answer(asked: Uint8Array<ArrayBuffer>, manner: Manner, key: SealKey): Promise<Uint8Array> {
  if (manner === "nonsense") return new Uint8Array([1, 2, 3]);
  if (manner === "refusing")
    return berOf(new TimeStampResp({ status: new PKIStatusInfo({ status: PKIStatus.rejection }) }));
  const { messageImprint, nonce } = TimeStampReq.fromBER(asked);
  if (manner === "another-text")
    messageImprint.hashedMessage = new OctetString({ valueHex: new ArrayBuffer(32) });
  const info = new TSTInfo({
    version: 1,
    policy: "1.2.3.4",
    messageImprint,
    serialNumber: new Integer({ value: 1 }),
    genTime: authorityTime,
    ...(nonce && { nonce: manner === "another-nonce" ? new Integer({ value: 9 }) : nonce }),
  });
  const token = new ContentInfo({
    contentType: "1.2.840.113549.1.7.2",
    content: (await signInfo(berOf(info), key)).toSchema(true),
  });
  return berOf(
    new TimeStampResp({ status: new PKIStatusInfo({ status: PKIStatus.granted }), timeStampToken: token }),
  );
}

async function signInfo(info: Uint8Array<ArrayBuffer>, { key, certificates }: SealKey): Promise<SignedData> {
  const certificate = Certificate.fromBER(Uint8Array.from(certificates[0]));
  const { issuer, serialNumber } = certificate;
  const digest = await crypto.subtle.digest("SHA-256", info);
  const attributes = [
    new Attribute({
      type: "1.2.840.113549.1.9.3",
      values: [new ObjectIdentifier({ value: contentOfToken })],
    }),
    new Attribute({ type: "1.2.840.113549.1.9.4", values: [new OctetString({ valueHex: digest })] }),
  ];
  const signed = new SignedData({
    version: 3,
    encapContentInfo: new EncapsulatedContentInfo({
      eContentType: contentOfToken,
      eContent: new OctetString({ valueHex: info.buffer }),
    }),
    certificates: [certificate],
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer, serialNumber }),
        signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }),
      }),
    ],
  });
  await signed.sign(key, 0, "SHA-256", info);
  return signed;
}

interface Encoded {
  readonly toSchema: () => { readonly toBER: (onlySize: boolean) => ArrayBuffer };
}

const berOf = (value: Encoded): Uint8Array<ArrayBuffer> => new Uint8Array(value.toSchema().toBER(false));
