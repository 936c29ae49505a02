import { describe, expect, test } from "vitest";
import { acceptedPicture, pictureForm } from "./picture-parameters.ts";

const form = (parameters: Parameters<typeof pictureForm>[0]) => pictureForm(parameters, "image/png", null);

describe("parameters of a picture", () => {
  test("that are left out leave the usual", () => {
    const usual = { width: 9, height: 9 };
    expect(pictureForm({}, "image/jpeg", usual)).toEqual({
      ok: true,
      value: { mediaType: "image/jpeg", window: null, viewport: usual, quality: null },
    });
  });
  test("say a window, a viewport and a quality", () => {
    expect(form({ window: "-600,1500.5,linear-exact", viewport: "512,4096", quality: "1" })).toEqual({
      ok: true,
      value: {
        mediaType: "image/png",
        window: { center: -600, width: 1500.5, function: "linear-exact" },
        viewport: { width: 512, height: 4096 },
        quality: 1,
      },
    });
  });
  test.for([
    ["window", ""],
    ["window", "40,400"],
    ["window", "40,400,linear,1"],
    ["window", "40,0.5,linear"],
    ["window", "40,0,sigmoid"],
    ["window", "40,-400,linear"],
    ["window", "1e9,400,linear"],
    ["window", "40,400,LINEAR"],
    ["window", "NaN,400,linear"],
    ["window", "9999999999,400,linear"],
    ["viewport", "512"],
    ["viewport", "512,0"],
    ["viewport", "4097,1"],
    ["viewport", "512,512,0,0,10,10"],
    ["viewport", "-1,5"],
    ["quality", "0"],
    ["quality", "101"],
    ["quality", "8.5"],
  ] as const)("%s=%s makes no sense", ([name, value]) => {
    expect(form({ [name]: value })).toEqual({ ok: false, reason: name });
  });
});

test.for([
  [undefined, "image/jpeg"],
  ["", "image/jpeg"],
  ["*/*", "image/jpeg"],
  ["image/png", "image/png"],
  ["image/jpeg;q=0.4, image/png;q=0.5", "image/png"],
  ["image/avif,image/webp,image/*,*/*;q=0.8", "image/jpeg"],
  ["image/jpeg;q=0, image/*", "image/png"],
  ["IMAGE/JPEG; q=1.0", "image/jpeg"],
  ["application/dicom", undefined],
  ["image/gif, image/jpeg;q=0", undefined],
  ["image/jpeg;q=nonsense", undefined],
] as const)("who accepts %j gets %j", ([accept, type]) => {
  expect(acceptedPicture(accept)).toBe(type);
});
