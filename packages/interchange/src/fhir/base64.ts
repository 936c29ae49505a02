const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

const values = new Int8Array(128).fill(-1);
for (const [index, sign] of Array.from(alphabet).entries()) values[sign.charCodeAt(0)] = index;
values["-".charCodeAt(0)] = 62;
values["_".charCodeAt(0)] = 63;

/** RFC 4648, also its URL alphabet, white space and missing padding tolerated; null for anything else. */
export function decodeBase64(text: string): Uint8Array | null {
  const signs = text.replace(/\s+/g, "").replace(/={1,2}$/, "");
  if (signs.length % 4 === 1) return null;
  const bytes = new Uint8Array(Math.floor((signs.length * 3) / 4));
  let collected = 0;
  let bits = 0;
  let written = 0;
  for (let place = 0; place < signs.length; place += 1) {
    const value = values[signs.charCodeAt(place)] ?? -1;
    if (value < 0) return null;
    collected = ((collected << 6) | value) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[written] = (collected >> bits) & 0xff;
    written += 1;
  }
  return bytes;
}
