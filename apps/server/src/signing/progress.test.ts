import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { cardiology, oncology } from "../testing/demo-cases.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
}, 60_000);
afterAll(() => server.close());

const Sheet = z.object({ open: z.array(z.object({ level: z.string() })) });

test("how far a draft is counts by the rules of its signature, for whoever signs it and nobody else", async () => {
  const author = await server.as("specialist");
  const { body } = await author.ask(`/cases/${oncology}/progress`);
  const found = z.object({ begun: z.int(), sections: z.int(), must: z.int() }).parse(body);
  expect(found.sections).toBe(12);
  expect(found.begun).toBeGreaterThan(0);
  const opinions = z.object({ opinions: z.array(z.object({ id: z.string() })) });
  const [opinion] = opinions.parse((await author.ask(`/cases/${oncology}`)).body).opinions;
  const sheet = Sheet.parse((await author.ask(`/cases/${oncology}/opinions/${opinion?.id}/signing`)).body);
  expect(found.must).toBe(sheet.open.filter(({ level }) => level === "must").length);
  for (const who of ["patient", "referrer", "coordinator"])
    expect((await (await server.as(who)).ask(`/cases/${oncology}/progress`)).body).toMatchObject({
      refusal: "no-right",
    });
  expect((await author.ask(`/cases/${cardiology}/progress`)).body).toMatchObject({ refusal: "no-right" });
});
