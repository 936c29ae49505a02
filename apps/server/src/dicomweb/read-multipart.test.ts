import { expect, test } from "vitest";
import { boundaryIn, MultipartRefusal, readParts } from "./read-multipart.ts";

const limits = { partBytes: 1000, allBytes: 5000, parts: 3 };
const part = (text: string) => `--b\r\nContent-Type: application/dicom\r\n\r\n${text}\r\n`;
const good = `${part("one")}${part("no boundary: --b\r\n--c")}${part("")}--b--\r\n`;

async function read(message: string, piece: number, most = limits): Promise<readonly string[]> {
  async function* pieces() {
    for (let at = 0; at < message.length; at += piece) {
      await Promise.resolve();
      yield Buffer.from(message.slice(at, at + piece), "latin1");
    }
  }
  const found: string[] = [];
  for await (const { content } of readParts(pieces(), "b", most)) found.push(content.toString("latin1"));
  return found;
}

const problemOf = (message: string, most = limits) =>
  read(message, 7, most).then(
    () => "none",
    (error: unknown) => (error instanceof MultipartRefusal ? error.problem : error),
  );

test.each([1, 2, 3, 7, 4096])("parts are the same in pieces of %i bytes", async (piece) => {
  expect(await read(good, piece)).toEqual(["one", "no boundary: --b\r\n--c", ""]);
});

test("words before the first part and after the last are not among them", async () => {
  expect(await read(`A preamble.\r\n${part("one")}--b--\r\nAn epilogue.`, 5)).toEqual(["one"]);
});

test("a message that is cut, has another boundary, or is too much is refused", async () => {
  expect(await problemOf(good.slice(0, -8))).toBe("cut-off");
  expect(await problemOf(good.replaceAll("--b", "--x"))).toBe("cut-off");
  expect(await problemOf("--b\r\nno blank line\r\n--b--\r\n")).toBe("damaged");
  expect(await problemOf("--bX\r\n\r\n\r\n--b--\r\n")).toBe("damaged");
  expect(await problemOf(part("x".repeat(2000)))).toBe("too-large");
  expect(await problemOf(good, { ...limits, allBytes: 60 })).toBe("too-large");
  expect(await problemOf(good, { ...limits, parts: 2 })).toBe("too-many-parts");
});

test("a part says its type, whatever its letters and parameters; one without headers says none", async () => {
  const heads = [
    "Content-Type: application/dicom\r\n",
    "content-location: a\r\ncontent-type:Application/DICOM; transfer-syntax=1.2\r\n",
    "X-Content-Type: text/html\r\nContent-Type: application/pdf\r\n",
    "",
  ];
  const message = `${heads.map((head) => `--b\r\n${head}\r\nx\r\n`).join("")}--b--`;
  async function* whole() {
    await Promise.resolve();
    yield Buffer.from(message);
  }
  const types: unknown[] = [];
  for await (const { type } of readParts(whole(), "b", { ...limits, parts: 9 })) types.push(type);
  expect(types).toEqual(["application/dicom", "application/dicom", "application/pdf", undefined]);
});

test("headers of a part without end are damage", async () => {
  const message = `--b\r\n${"X: y\r\n".repeat(4000)}\r\nx\r\n--b--\r\n`;
  expect(await problemOf(message, { partBytes: 100_000, allBytes: 100_000, parts: 3 })).toBe("damaged");
});

test("a boundary is read with and without quotes, and of no other type", () => {
  expect(boundaryIn('multipart/related; type="application/dicom"; boundary="a b"')).toBe("a b");
  expect(boundaryIn("Multipart/Related; boundary=abc; type=x")).toBe("abc");
  expect(boundaryIn("multipart/form-data; boundary=abc")).toBeUndefined();
  expect(boundaryIn("multipart/related")).toBeUndefined();
});
