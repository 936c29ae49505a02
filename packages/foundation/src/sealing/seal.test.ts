import { expect, test } from "vitest";
import { createCaseKey, unwrapCaseKey, wrapCaseKey } from "./case-key.ts";
import { seal, unseal } from "./seal.ts";

const key = Buffer.alloc(32, 7);

test("sealed words open only with what they were bound to, and not after a byte changed", () => {
  const sealed = seal(key, Buffer.from("14 mm"), "ada");
  expect(unseal(key, sealed, "ada").toString()).toBe("14 mm");
  expect(() => unseal(key, sealed, "eve")).toThrow("unable to authenticate");
  sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
  expect(() => unseal(key, sealed, "ada")).toThrow("unable to authenticate");
});

test("no two of many sealed values share a nonce", () => {
  const count = 3000;
  const nonces = new Set<string>();
  for (let value = 0; value < count; value += 1)
    nonces.add(seal(key, Buffer.from("a"), "ada").toString("hex", 0, 12));
  expect(nonces.size).toBe(count);
});

test("a case's key opens in its own case only", () => {
  const caseKey = createCaseKey();
  const wrapped = wrapCaseKey(key, caseKey, "organisation", "one");
  expect(unwrapCaseKey(key, wrapped, "organisation", "one")).toEqual(caseKey);
  expect(() => unwrapCaseKey(key, wrapped, "organisation", "two")).toThrow("unable to authenticate");
});
