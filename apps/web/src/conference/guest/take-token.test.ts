import { expect, test } from "vitest";
import { takeToken } from "./take-token.ts";

test("the secret is read once and is gone from the address", () => {
  const addresses: unknown[] = [];
  const history = {
    state: { key: 1 },
    replaceState: (_state: unknown, _title: string, address?: string | URL | null) => addresses.push(address),
  };
  expect(takeToken({ hash: "#secret", pathname: "/guest" }, history)).toBe("secret");
  expect(addresses).toEqual(["/guest"]);
  expect(takeToken({ hash: "", pathname: "/guest" }, history)).toBeUndefined();
  expect(addresses).toHaveLength(1);
});
