import { crc32, deflateSync } from "node:zlib";
import { createSeededRandom } from "@consilium/foundation";

/**
 * A grey picture with a bright cross, as a PNG file: eight bits a pixel, no filter. Pixels. `grain`: so many shades of noise;
 * with 16 and 512 by 512 pixels it takes 140 kB, as a windowed slice of a CT does.
 */
export function drawPng(width: number, height: number, grain = 1): Uint8Array {
  const random = createSeededRandom(width * height + grain);
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const isCross = x === width >> 1 || y === height >> 1;
      rows[y * (width + 1) + 1 + x] = isCross ? 255 : 90 + random.below(grain);
    }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
