import { ctSlice, writeDicom, type WrittenElement } from "@consilium/interchange";
import sharp from "sharp";
import { describe, expect, test, vi } from "vitest";
import { askPicture } from "./ask-picture.ts";
import type { DrawAnswer, DrawQuestion, PictureForm } from "./draw-question.ts";

// Each picture is drawn by a process of its own.
vi.setConfig({ testTimeout: 120_000 });

const plain: PictureForm = { mediaType: "image/png", window: null, viewport: null, quality: null };
const syntaxes = {
  native: "1.2.840.10008.1.2.1",
  jpeg: "1.2.840.10008.1.2.4.50",
  jpeg2000: "1.2.840.10008.1.2.4.90",
};
const size = { columns: 16, rows: 8 };

/** All of a file that stands before its pixels; nothing in it asks for a window. */
const head = writeDicom(
  ctSlice({
    studyUid: "2.25.1",
    seriesUid: "2.25.2",
    instanceUid: "2.25.3",
    frameOfReference: "2.25.4",
    patient: { name: "Vexley^Orla", id: "P1", birthDate: "", sex: "F" },
    studyDate: "20261103",
    studyDescription: "",
    seriesDescription: "",
    seriesNumber: 1,
    instanceNumber: 1,
    institution: "",
    bodyPart: "",
    ...size,
    position: [0, 0, 0],
    pixelSpacing: [1, 1],
    thicknessMm: 1,
    rescale: { slope: 1, intercept: 0 },
    window: { center: 128, width: 256 },
    pixels: new Int16Array(0),
  }).filter(({ tag }: WrittenElement) => tag !== 0x7fe00010 && tag !== 0x00280102),
);

const grey = { photometric: "MONOCHROME2", samples: 1, bitsAllocated: 8, bitsStored: 8, signed: false };
const coloured = { ...grey, photometric: "YBR_FULL_422", samples: 3 };

const question = (
  pixels: Uint8Array,
  transferSyntax: string,
  format = grey,
  form: Partial<PictureForm> = {},
): DrawQuestion => ({
  frame: { instance: { content: "picture", transferSyntax, format, ...size }, frame: 1, head, pixels },
  form: { ...plain, ...form },
});

/** The left half dark, the right half light. */
const halves = Uint8Array.from({ length: 128 }, (_, at) => (at % 16 < 8 ? 40 : 200));
const raw = { raw: { width: 16, height: 8, channels: 1 } } as const;

function contentOf(answer: DrawAnswer): Uint8Array {
  if (answer.is !== "drawn") throw new Error(answer.reason);
  return answer.content;
}

/** The levels of the first channel, in the middle of both halves. */
async function levels(answer: DrawAnswer): Promise<readonly [number, number]> {
  const { data, info } = await sharp(contentOf(answer))
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const middle = Math.floor(info.height / 2) * info.width;
  const at = (part: number) => data[middle + Math.floor(info.width * part)] ?? -1;
  return [at(0.25), at(0.75)];
}

describe("a frame", () => {
  test("that is uncompressed becomes a PNG or a JPEG of its size", async () => {
    const png = await askPicture(question(halves, syntaxes.native));
    expect(await levels(png)).toEqual([40, 200]);
    const jpeg = contentOf(
      await askPicture(question(halves, syntaxes.native, grey, { mediaType: "image/jpeg" })),
    );
    expect(await sharp(jpeg).metadata()).toMatchObject({ format: "jpeg", width: 16, height: 8 });
  });

  test("of JPEG baseline is undone, and shown by its window", async () => {
    const pixels = await sharp(halves, raw).toColourspace("b-w").jpeg({ quality: 95 }).toBuffer();
    const [dark, light] = await levels(await askPicture(question(pixels, syntaxes.jpeg)));
    expect(Math.abs(dark - 40)).toBeLessThan(6);
    expect(Math.abs(light - 200)).toBeLessThan(6);
    const window = { center: 500, width: 100, function: "linear" } as const;
    expect(await levels(await askPicture(question(pixels, syntaxes.jpeg, grey, { window })))).toEqual([0, 0]);
  });

  test("of JPEG baseline in colours has its colours", async () => {
    const red = { create: { width: 16, height: 8, channels: 3, background: "#c02010" } } as const;
    const pixels = await sharp(red).jpeg({ quality: 95 }).toBuffer();
    const answer = await askPicture(question(pixels, syntaxes.jpeg, coloured));
    const data = await sharp(contentOf(answer)).raw().toBuffer();
    const [first = 0, second = 0, third = 0] = data;
    expect([first > 180, second < 50, third < 40]).toEqual([true, true, true]);
  });

  test("fits into the viewport as it is shaped", async () => {
    const answer = await askPicture(
      question(halves, syntaxes.native, grey, { viewport: { width: 8, height: 8 } }),
    );
    expect(await sharp(contentOf(answer)).metadata()).toMatchObject({ width: 8, height: 4 });
  });

  test("as a JPEG is smaller with less quality", async () => {
    const noise = Uint8Array.from({ length: 128 }, (_, at) => (at * 7919) % 256);
    const bytesWith = async (quality: number) =>
      contentOf(
        await askPicture(question(noise, syntaxes.native, grey, { mediaType: "image/jpeg", quality })),
      ).length;
    expect(await bytesWith(10)).toBeLessThan(await bytesWith(95));
  });
});

const refusal = async (asked: DrawQuestion, limits = {}) => {
  const answer = await askPicture(asked, limits);
  return answer.is === "drawn" ? "drawn" : answer.reason;
};

describe("no picture is made", () => {
  test("of what is compressed in another way", async () => {
    expect(await refusal(question(halves, syntaxes.jpeg2000))).toBe("syntax");
    const twelve = { ...grey, bitsAllocated: 16, bitsStored: 12 };
    expect(await refusal(question(halves, syntaxes.jpeg, twelve))).toBe("syntax");
  });

  test("of a JPEG that is cut off, is none, or is of another size than the file says", async () => {
    const pixels = await sharp(halves, raw).toColourspace("b-w").jpeg().toBuffer();
    expect(await refusal(question(pixels.subarray(0, pixels.length - 40), syntaxes.jpeg))).toBe("damaged");
    expect(await refusal(question(halves, syntaxes.jpeg))).toBe("damaged");
    const other = await sharp({ create: { width: 40, height: 40, channels: 3, background: "red" } })
      .jpeg()
      .toBuffer();
    expect(await refusal(question(other, syntaxes.jpeg))).toBe("damaged");
  });

  test("of a picture in another form that calls itself JPEG", async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="16" height="8"></svg>');
    expect(await refusal(question(svg, syntaxes.jpeg))).toBe("damaged");
  });

  test("when it takes longer than is allowed", async () => {
    expect(await refusal(question(halves, syntaxes.native), { longest: 1 })).toBe("work");
  });
});
