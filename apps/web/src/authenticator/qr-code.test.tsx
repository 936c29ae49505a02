import { render, screen } from "@testing-library/react";
import { decodeQR } from "qr/decode.js";
import { expect, test } from "vitest";
import { QrCode } from "./qr-code.tsx";

const words =
  "otpauth://totp/Consilium%3Aa%40demo.test?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Consilium";

test("what is drawn reads as what it says", () => {
  render(<QrCode words={words} label="Code" />);
  const picture = screen.getByRole("img", { name: "Code" });
  const size = Number(picture.getAttribute("viewBox")?.split(" ")[2]);
  const scale = 4;
  const side = size * scale;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  const path = picture.querySelector("path")?.getAttribute("d") ?? "";
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let pixel = 0; pixel < scale * scale; pixel += 1) {
      const column = Number(x) * scale + (pixel % scale);
      const row = Number(y) * scale + Math.floor(pixel / scale);
      data.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3);
    }
  expect(decodeQR({ width: side, height: side, data })).toBe(words);
});
