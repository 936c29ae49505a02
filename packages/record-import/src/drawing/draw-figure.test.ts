import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { expect, test, vi } from "vitest";
import { askFigure } from "./ask-figure.ts";
import type { FigureAnswer, FigureMarks, FigureQuestion } from "./figure-question.ts";

// Each figure is drawn by a process of its own.
vi.setConfig({ testTimeout: 120_000 });

const reports = createRequire(new URL("../../../report/package.json", import.meta.url));
const fonts = dirname(reports.resolve("@expo-google-fonts/ibm-plex-sans/package.json"));
const font = {
  name: "IBM Plex Sans SemiBold",
  file: join(fonts, "600SemiBold/IBMPlexSans_600SemiBold.ttf"),
};

const nothing: FigureMarks = { lines: [], arrows: [], dots: [], plates: [], sides: null, scale: null };

const question = (content: Uint8Array, given: Partial<FigureQuestion> = {}): FigureQuestion => ({
  source: { is: "picture", content },
  crop: null,
  aspect: 1,
  longest: 400,
  mostBytes: 220_000,
  font,
  marks: nothing,
  ...given,
});

const grey = (width: number, height: number): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: "#808080" } })
    .png()
    .toBuffer();

async function pixelsOf(answer: FigureAnswer) {
  if (answer.is !== "drawn") throw new Error(answer.reason);
  const { data, info } = await sharp(answer.content).raw().toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([answer.width, answer.height]);
  return (column: number, row: number): readonly number[] => {
    const at = 3 * (row * info.width + column);
    return [...data.subarray(at, at + 3)];
  };
}

const isInk = ([red = 0, green = 0, blue = 0]: readonly number[]): boolean =>
  red > 200 && green > 160 && blue < 130;

test("a line stands where it was drawn, also on a picture that is enlarged, and nowhere else", async () => {
  const lines = [
    [
      [10, 25],
      [90, 25],
    ],
  ] as const;
  const at = await pixelsOf(await askFigure(question(await grey(100, 50), { marks: { ...nothing, lines } })));
  expect(isInk(at(200, 102))).toBe(true);
  expect(isInk(at(200, 80))).toBe(false);
  expect(isInk(at(390, 102))).toBe(false);
});

test("a part of a picture is cut out, and a pixel that is higher than wide is drawn so", async () => {
  const crop = { left: 20, top: 10, width: 40, height: 20 };
  const answer = await askFigure(question(await grey(100, 50), { crop, aspect: 2, longest: 160 }));
  expect(answer).toMatchObject({ is: "drawn", width: 160, height: 160 });
});

test("what was measured, the sides and the scale are written on it, inside of it, and none over another", async () => {
  const marks: FigureMarks = {
    ...nothing,
    dots: [[99, 49]],
    plates: [
      { at: [99, 49], words: "21.4 mm" },
      { at: [99, 49], words: "<b>&" },
    ],
    sides: { left: "R", top: "A", right: "L", bottom: "P" },
    scale: { pixels: 30, words: "3 cm" },
  };
  const plain = await pixelsOf(await askFigure(question(await grey(100, 50))));
  const at = await pixelsOf(await askFigure(question(await grey(100, 50), { marks })));
  const changed = (left: number, top: number, right: number, bottom: number): boolean => {
    for (let row = top; row < bottom; row += 1)
      for (let column = left; column < right; column += 1)
        if (Math.abs((at(column, row)[0] ?? 0) - (plain(column, row)[0] ?? 0)) > 60) return true;
    return false;
  };
  expect(changed(0, 80, 30, 120)).toBe(true);
  expect(changed(370, 80, 400, 120)).toBe(true);
  expect(changed(185, 0, 215, 30)).toBe(true);
  expect(changed(310, 150, 400, 200)).toBe(true);
  expect(changed(0, 150, 60, 200)).toBe(true);
  expect(changed(60, 40, 150, 75)).toBe(false);
});

test("a noisy picture is made small enough, or there is none", async () => {
  const raw = { width: 400, height: 400, channels: 3 } as const;
  const noise = Buffer.from(Uint8Array.from({ length: 480_000 }, (_, at) => (at * 7919 * (at % 13)) % 256));
  const content = await sharp(noise, { raw }).png().toBuffer();
  const answer = await askFigure(question(content, { mostBytes: 150_000 }));
  expect(answer.is === "drawn" && answer.content.length <= 150_000).toBe(true);
  expect(await askFigure(question(content, { mostBytes: 5000 }))).toEqual({
    is: "not-drawn",
    reason: "size",
  });
});

test("what is no picture, and markup that would draw one, is none", async () => {
  for (const words of ["nothing", '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'])
    expect(await askFigure(question(Buffer.from(words)))).toEqual({ is: "not-drawn", reason: "damaged" });
});

test("tiles are laid beside each other, and a gap between them is white", async () => {
  const tile = await grey(20, 20);
  const source = {
    is: "tiles",
    width: 60,
    height: 20,
    tiles: [
      { left: 0, top: 0, content: tile },
      { left: 40, top: 0, content: tile },
    ],
  } as const;
  const at = await pixelsOf(await askFigure(question(tile, { source, longest: 60 })));
  expect([at(10, 10)[0], at(30, 10)[0], at(50, 10)[0]].map((shade = 0) => shade > 200)).toEqual([
    false,
    true,
    false,
  ]);
});
