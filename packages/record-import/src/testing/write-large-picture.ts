import { createSeededRandom } from "@consilium/foundation";
import sharp from "sharp";

/** Of the piece that the picture is made of: it is never whole in memory. */
const piece = 512;
const grain = 12;

/** A JPEG that looks like stained tissue to whoever packs it: soft forms with a grain. Another seed is another picture. */
export async function writeLargePicture(
  path: string,
  { seed, width, height }: { readonly seed: number; readonly width: number; readonly height: number },
): Promise<void> {
  const random = createSeededRandom(seed);
  const pixels = Buffer.alloc(piece * piece * 3);
  for (let at = 0; at < piece * piece; at += 1) {
    const [x, y] = [at % piece, Math.floor(at / piece)];
    // Whole waves, so that pieces fit to one another.
    const form = Math.sin((x * Math.PI) / 64) * Math.cos((y * Math.PI) / 32);
    const noise = random.below(2 * grain + 1) - grain;
    pixels.set([200 + 30 * form + noise, 150 + 50 * form + noise, 190 + 20 * form + noise], at * 3);
  }
  const input = await sharp(pixels, { raw: { width: piece, height: piece, channels: 3 } })
    .png()
    .toBuffer();
  await sharp({ create: { width, height, channels: 3, background: "#ffffff" }, limitInputPixels: false })
    .composite([{ input, tile: true }])
    .jpeg({ quality: 80 })
    .toFile(path);
}
