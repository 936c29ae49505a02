import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { blankPlaces } from "./blank-places.ts";
import { jpegWithoutPlace } from "./plain-jpeg.ts";

interface Told {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  readonly values: Buffer;
}

const order = { II: true, MM: false } as const;
type Order = keyof typeof order;

const number = (as: Order, bytes: 2 | 4, value: number): Buffer => {
  const written = Buffer.alloc(bytes);
  if (bytes === 2) written[order[as] ? "writeUInt16LE" : "writeUInt16BE"](value);
  else written[order[as] ? "writeUInt32LE" : "writeUInt32BE"](value);
  return written;
};

/** A directory at `at`, its values behind it; `next` is where another one is. */
function directory(as: Order, at: number, told: readonly Told[], next = 0): Buffer {
  const lines: Buffer[] = [number(as, 2, told.length)];
  const values: Buffer[] = [];
  let free = at + 2 + told.length * 12 + 4;
  for (const { tag, type, count, values: own } of told) {
    const isInside = own.length <= 4;
    const last = isInside ? Buffer.concat([own, Buffer.alloc(4 - own.length)]) : number(as, 4, free);
    lines.push(number(as, 2, tag), number(as, 2, type), number(as, 4, count), last);
    if (!isInside) values.push(own);
    if (!isInside) free += own.length;
  }
  return Buffer.concat([...lines, number(as, 4, next), ...values]);
}

const gpsAt = 400;
const words = (tag: number, said: string): Told => ({
  tag,
  type: 2,
  count: said.length + 1,
  values: Buffer.from(`${said}\0`),
});

/** TIFF with its orientation, a camera, who took it, and a directory of the place at 400. */
function tellingTiff(as: Order): Buffer {
  const latitude = [59, 1, 54, 1, 12, 1].map((part) => number(as, 4, part));
  const first = directory(as, 8, [
    words(0x010f, "Camera works"),
    { tag: 0x0112, type: 3, count: 1, values: number(as, 2, 6) },
    words(0x013b, "Ada Brennan"),
    { tag: 0x8825, type: 4, count: 1, values: number(as, 4, gpsAt) },
  ]);
  const gps = directory(as, gpsAt, [
    words(1, "N"),
    { tag: 2, type: 5, count: 3, values: Buffer.concat(latitude) },
    words(0x1d, "2026:11:24"),
  ]);
  const head = Buffer.concat([Buffer.from(as), number(as, 2, 42), number(as, 4, 8)]);
  return Buffer.concat([head, first, Buffer.alloc(gpsAt - 8 - first.length), gps, Buffer.from("pixels")]);
}

describe.each(["II", "MM"] as const)("TIFF in the order %s", (as) => {
  test("loses its place and who took it, and nothing else", () => {
    const came = tellingTiff(as);
    const blanked = Buffer.from(blankPlaces(came) ?? []);
    expect(blanked.length).toBe(came.length);
    for (const secret of ["Ada Brennan", "2026:11:24"])
      expect([came.includes(secret), blanked.includes(secret)]).toEqual([true, false]);
    expect(blanked.subarray(gpsAt, -"pixels".length).every((byte) => byte === 0)).toBe(true);
    expect(blanked.includes("Camera works")).toBe(true);
    expect(blanked.subarray(-"pixels".length).toString()).toBe("pixels");
    // The rest, byte for byte: all up to the name of who took it.
    expect(blanked.subarray(0, 62).equals(came.subarray(0, 62))).toBe(true);
  });

  test("of which a directory leads back to itself, or beyond the end, ends", () => {
    const round = Buffer.concat([
      Buffer.from(as),
      number(as, 2, 42),
      number(as, 4, 8),
      directory(as, 8, [], 8),
    ]);
    expect(Buffer.compare(blankPlaces(round) ?? Buffer.alloc(0), round)).toBe(0);
    const beyond = Buffer.concat([Buffer.from(as), number(as, 2, 42), number(as, 4, 9000)]);
    expect(blankPlaces(beyond)).toBeNull();
    expect(blankPlaces(tellingTiff(as).subarray(0, 30))).toBeNull();
  });
});

test("what is no TIFF is none", () => {
  for (const content of ["", "II", "II+\0\0\0\0\0", "%PDF-1.7"])
    expect(blankPlaces(Buffer.from(content))).toBeNull();
});

const segment = (marker: number, content: Buffer): Buffer =>
  Buffer.concat([Buffer.from([0xff, marker]), number("MM", 2, content.length + 2), content]);

test("a JPEG's EXIF keeps how it stands; XMP, comments and a damaged EXIF go", async () => {
  const plain = await sharp({ create: { width: 8, height: 8, channels: 3, background: "#b03060" } })
    .jpeg()
    .toBuffer();
  const withSegments = (...segments: readonly Buffer[]) =>
    Buffer.concat([plain.subarray(0, 2), ...segments, plain.subarray(2)]);
  const exif = (content: Buffer) => segment(0xe1, Buffer.concat([Buffer.from("Exif\0\0"), content]));
  const came = withSegments(
    exif(tellingTiff("II")),
    segment(0xe1, Buffer.from("http://ns.adobe.com/xap/1.0/\0<exif:GPSLatitude>59,54.2N</exif:GPSLatitude>")),
    segment(0xfe, Buffer.from("by Ada Brennan")),
  );
  const kept = Buffer.from(jpegWithoutPlace(came) ?? []);
  expect((await sharp(kept).metadata()).orientation).toBe(6);
  for (const secret of ["Ada Brennan", "59,54.2N", "2026:11:24"]) expect(kept.includes(secret)).toBe(false);
  expect((await sharp(kept).raw().toBuffer()).equals(await sharp(plain).raw().toBuffer())).toBe(true);
  const damaged = withSegments(exif(tellingTiff("II").subarray(0, 30)));
  expect(Buffer.from(jpegWithoutPlace(damaged) ?? []).equals(plain)).toBe(true);
});
