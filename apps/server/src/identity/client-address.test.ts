import { Hono } from "hono";
import { expect, test } from "vitest";
import { clientAddress } from "./client-address.ts";

const proxies = ["10.0.0.9", "2001:db8::9"];

/** What is taken for the address of somebody who comes from there and sends that. */
async function taken(remoteAddress: string, forwarded?: string): Promise<string> {
  const app = new Hono().get("/", (c) => c.text(clientAddress(c, proxies)));
  const headers = forwarded === undefined ? {} : { "x-forwarded-for": forwarded };
  const answer = await app.request("/", { headers }, { incoming: { socket: { remoteAddress } } });
  return answer.text();
}

test("whoever comes by themselves is not believed about another address", async () => {
  expect(await taken("203.0.113.7", "198.51.100.1")).toBe("203.0.113.7");
});

test.for([
  ["203.0.113.7", "203.0.113.7"],
  ["198.51.100.1, 203.0.113.7", "203.0.113.7"],
  ["198.51.100.1, 203.0.113.7, 2001:db8::9", "203.0.113.7"],
  ["198.51.100.1,203.0.113.7 , 10.0.0.9,", "203.0.113.7"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
] as const)(
  "of what our proxies say (%s) the last that is none of them counts",
  async ([forwarded, client]) => {
    expect(await taken("10.0.0.9", forwarded)).toBe(client);
    expect(await taken("::ffff:10.0.0.9", forwarded)).toBe(client);
  },
);

test("where our proxy says nothing, all who come through it are one", async () => {
  expect(await taken("10.0.0.9")).toBe("10.0.0.9");
  expect(await taken("10.0.0.9", "")).toBe("10.0.0.9");
});
