import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { turnCredentials } from "./turn-credentials.ts";

test("credentials say whose they are and end in an hour, and their secret is not told", () => {
  const turn = { urls: ["turn:turn.example:3478"], secret: "only-here" };
  const told = turnCredentials(turn, "01SEAT", new Date(1_800_000_000_000));
  expect(told.username).toBe("1800003600:01SEAT");
  expect(told.urls).toEqual(turn.urls);
  expect(told.credential).toBe(createHmac("sha1", "only-here").update(told.username).digest("base64"));
  expect(JSON.stringify(told)).not.toContain("only-here");
});
