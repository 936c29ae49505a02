import { describe, expect, test } from "vitest";
import { parseJson } from "./parse-json.ts";
import { scanJson } from "./scan-json.ts";

const scan = (text: string, depth = 50, values = 1000) =>
  scanJson(new TextEncoder().encode(text), { depth, values }).kind;

describe("the shape of a file, before it is parsed", () => {
  test("50 levels are read, 51 are not", () => {
    expect(scan(`${"[".repeat(50)}${"]".repeat(50)}`)).toBe("sound");
    expect(scan(`${"[".repeat(51)}${"]".repeat(51)}`)).toBe("too-deep");
  });
  test("brackets in strings are no levels, and an escaped quotation mark ends no string", () => {
    expect(scan(JSON.stringify({ a: `${"{[".repeat(100)}"\\` }), 2)).toBe("sound");
  });
  test.each(['{"a": [1, 2', '{"a": "half a wo', '{"a": "\\', "{"])("%s was cut off", (text) => {
    expect(scan(text)).toBe("cut-off");
  });
  test("a small file of very many values is too many", () => {
    expect(scan(`[${"0,".repeat(1000)}0]`)).toBe("too-many-values");
  });
});

describe("numbers", () => {
  test("keep the digits they were written in", () => {
    expect(parseJson('{"a":[60.0, -1e2 ,0.10],"b":"5, \\"6","7":true}')).toEqual({
      a: ["60.0", "-1e2", "0.10"],
      b: '5, "6',
      "7": true,
    });
  });
  test.each(["[01]", "[1.]", "[-]", "[1e]", "[.5]", "[1-2]", '["a', "[1", "1 2", ""])(
    "%s is not JSON",
    (text) => {
      expect(parseJson(text)).toBeUndefined();
    },
  );
});
