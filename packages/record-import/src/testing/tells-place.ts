/** The latitude as EXIF writes it, 59/1 54/1 0/1, in either order of bytes; or whose picture it is. */
export function tellsPlace(content: Buffer): boolean {
  const latitude = [59, 1, 54, 1, 0, 1];
  const little = Buffer.concat(latitude.map((part) => Buffer.from(Uint32Array.of(part).buffer)));
  const big = Buffer.from(little).swap32();
  return content.includes(little) || content.includes(big) || content.includes("Ada Brennan");
}
