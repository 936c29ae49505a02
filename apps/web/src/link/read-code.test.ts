import { expect, test } from "vitest";
import { readCode } from "./open-api.ts";

test("a code is read as people type it, and nothing else is one", () => {
  for (const typed of ["7f3a-91c0-4be2", "7F3A 91C0 4BE2", " 7f3a91c04be2 "])
    expect(readCode(typed)).toBe("7f3a-91c0-4be2");
  for (const typed of ["", "7f3a-91c0", "7f3a-91c0-4beg", "7f3a-91c0-4be2-0"])
    expect(readCode(typed)).toBeUndefined();
});
