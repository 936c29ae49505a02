import { createHash } from "node:crypto";
import { fromBER } from "asn1js";
import { ContentInfo, SignedData } from "pkijs";
import { expect, test } from "vitest";
import { makeP12 } from "../testing/make-p12.ts";
import { authorityTime, type Manner, startAuthority } from "../testing/time-stamp-authority.ts";
import { signDetached } from "./cades.ts";
import { openSealKey } from "./seal-key.ts";
import { askTimeStamp, infoOf } from "./time-stamp.ts";

const content = new TextEncoder().encode("the bytes of a PDF");

test("an authority's token stands beside the signature, for that signature, with its time", async () => {
  const authority = await startAuthority("right");
  const key = await openSealKey(makeP12("x"), "x");
  const der = Uint8Array.from(await signDetached(content, key, askTimeStamp(authority.url)));
  await authority.close();
  const signed = new SignedData({ schema: new ContentInfo({ schema: fromBER(der).result }).content });
  expect(await signed.verify({ signer: 0, data: content.buffer, checkChain: false })).toBe(true);
  const [signer] = signed.signerInfos;
  const [attribute] = signer?.unsignedAttrs?.attributes ?? [];
  expect(attribute?.type).toBe("1.2.840.113549.1.9.16.2.14");
  const info = infoOf(new ContentInfo({ schema: attribute?.values[0] }));
  const value = signer?.signature.valueBlock.valueHexView ?? new Uint8Array();
  expect(Buffer.from(info?.messageImprint.hashedMessage.valueBlock.valueHexView ?? []).toString("hex")).toBe(
    createHash("sha256").update(value).digest("hex"),
  );
  expect(info?.genTime).toEqual(authorityTime);
});

test.for<readonly [Manner, string]>([
  ["refusing", "refused"],
  ["nonsense", "refused"],
  ["another-text", "wrong"],
  ["another-nonce", "wrong"],
  ["broken", "unreachable"],
])("an authority that is %s is told apart", async ([manner, reason]) => {
  const authority = await startAuthority(manner);
  await expect(askTimeStamp(authority.url)(content)).rejects.toMatchObject({ reason });
  await authority.close();
});

test("nobody at that address is told too", async () => {
  await expect(askTimeStamp("http://127.0.0.1:1/")(content)).rejects.toMatchObject({ reason: "unreachable" });
});
