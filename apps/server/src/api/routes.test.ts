import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
}, 60_000);
afterAll(() => server.close());

test("up", async () => {
  const p = await server.as("patient");
  const r = await p.ask("/cases");
  console.log(r.status, r.text.slice(0, 300));
  const m = await p.post(`/cases/import`, "{");
  console.log(m.status, m.text, server.lines);
});
