import { refusalSentence } from "@consilium/language";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { oncology } from "../testing/demo-cases.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import { personWith } from "../testing/test-person.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
}, 60_000);
afterAll(() => server.close());

/** All routes of an answer place but those of its files, as the API describes itself. */
async function doors(): Promise<readonly { readonly method: string; readonly path: string }[]> {
  const page = await personWith(server.origin, "").ask("/openapi.json");
  const { paths } = z
    .object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
    .parse(page.body);
  return Object.entries(paths).flatMap(([path, methods]) =>
    path.startsWith("/api/answering") && !path.includes("/uploads")
      ? Object.keys(methods).map((method) => ({
          method: method.toUpperCase(),
          path: path.replace("/api", ""),
        }))
      : [],
  );
}

test("nobody is let in at the place of a request who has not opened it, whatever they send for an entry", async () => {
  const bodies: Readonly<Record<string, unknown>> = {
    "/answering/opening": { token: "x".repeat(43), code: "123456" },
    "/answering/answer": { state: "here", because: null },
    "/answering/deliveries": { id: oncology },
    "/answering/deliveries/{id}/complete": { files: 1 },
  };
  const found = await doors();
  expect(found.length).toBeGreaterThan(Object.keys(bodies).length);
  for (const { method, path } of found) {
    const body = bodies[path];
    const answer = await fetch(`${server.origin}/api${path.replace("{id}", oncology)}`, {
      method,
      headers: {
        "content-type": "application/json",
        "consilium-place": "x".repeat(43),
        "consilium-entry": "forged",
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const said: unknown = await answer.json();
    expect([method, path, answer.status, said]).toEqual([
      method,
      path,
      404,
      { refusal: "no-such-link", sentence: refusalSentence("no-such-link", {}) },
    ]);
  }
});
