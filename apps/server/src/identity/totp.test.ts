import { expect, test } from "vitest";
import { appAddress, base32, codeOf, stepAt, stepOfCode } from "./totp.ts";

const secret = Buffer.from("12345678901234567890");

// RFC 6238, appendix B, SHA-1: the last six of its eight digits.
test.for([
  [59, "287082"],
  [1111111109, "081804"],
  [1111111111, "050471"],
  [1234567890, "005924"],
  [2000000000, "279037"],
  [20000000000, "353130"],
] as const)("at second %i of 1970 the code is %s", ([second, code]) => {
  expect(codeOf(secret, stepAt(new Date(second * 1000)))).toBe(code);
});

const at = (second: number) => stepOfCode(secret, "287082", new Date(second * 1000));

test("a code counts in its own step, the one before and the one after", () => {
  expect([29, 30, 59, 60, 89].map(at)).toEqual([1, 1, 1, 1, 1]);
  expect(at(90)).toBeUndefined();
  expect(at(-1)).toBeUndefined();
});

test.for(["", "28708", "2870820", "28708a", "٢٨٧٠٨٢"])("%o is no code", (code) => {
  expect(stepOfCode(secret, code, new Date(59_000))).toBeUndefined();
});

test("the secret is written as apps read it", () => {
  expect(base32(secret)).toBe("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
  expect(base32(Buffer.from("foob"))).toBe("MZXW6YQ");
  expect(appAddress(secret, "a+b@demo.test")).toBe(
    "otpauth://totp/Consilium%3Aa%2Bb%40demo.test?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Consilium",
  );
});
