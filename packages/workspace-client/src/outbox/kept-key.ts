import type { DocumentAddress } from "./sealed-frames.ts";

/** What `GET /api/session/kept-key` answers: 32 bytes in base64, for this person on this device. */
export interface KeptKey {
  readonly key: string;
  readonly device: string;
}

/** How a page comes to keys: the server gives them to the session of the person whose they are. */
export interface KeySource {
  /** For this device: made at the first question. */
  readonly fetchKey: () => Promise<KeptKey>;
  /**
   * For another device of this person. A browser that was killed right after a sign-in may have lost the cookie that named it,
   * and not what it kept. Undefined: that key was destroyed.
   */
  readonly fetchKeyOf: (device: string) => Promise<KeptKey | undefined>;
}

/** The key as the page holds it: in memory, not extractable. */
export interface UsableKey {
  readonly device: string;
  readonly key: CryptoKey;
}

export async function importKey({ key, device }: KeptKey): Promise<UsableKey> {
  const bytes = Uint8Array.from(atob(key), (character) => character.charCodeAt(0));
  return {
    device,
    key: await crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]),
  };
}

/** A frame cannot be moved to another person, case or document, nor another one put in its place. */
const bound = (address: DocumentAddress, id: string): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify([address.person, address.caseId, address.document, id]));

export async function sealFrame(key: UsableKey, address: DocumentAddress, id: string, update: Uint8Array) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const algorithm = { name: "AES-GCM", iv, additionalData: bound(address, id) };
  return { iv, sealed: await crypto.subtle.encrypt(algorithm, key.key, Uint8Array.from(update)) };
}

/** Undefined: sealed under a key that is no more, or changed since. */
export async function unsealFrame(
  key: UsableKey,
  address: DocumentAddress,
  frame: { readonly id: string; readonly iv: Uint8Array<ArrayBuffer>; readonly sealed: ArrayBuffer },
): Promise<Uint8Array | undefined> {
  const algorithm = { name: "AES-GCM", iv: frame.iv, additionalData: bound(address, frame.id) };
  try {
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key.key, frame.sealed));
  } catch {
    return undefined;
  }
}
