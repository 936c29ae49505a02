/** Bytes in the letters of a `data:` address. */
export function base64(bytes: Uint8Array): string {
  let binary = "";
  // As many arguments as every engine takes.
  for (let at = 0; at < bytes.length; at += 0x80_00)
    binary += String.fromCodePoint(...bytes.subarray(at, at + 0x80_00));
  return btoa(binary);
}
