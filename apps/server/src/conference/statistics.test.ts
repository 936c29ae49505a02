import { readFile } from "node:fs/promises";
import { expect, test, vi } from "vitest";
import { z } from "zod";
import { comeTo } from "../testing/conference-page.ts";
import { oncology, seatOf } from "../testing/demo-cases.ts";
import { startTestServer } from "../testing/start-test-server.ts";

/** As it stands in operating.md: what is told there is tried here. */
async function told(): Promise<string> {
  const text = await readFile(new URL("../../../../docs/operating.md", import.meta.url), "utf8");
  const query = /^ {4}select [^;]*from conference_statistics[^;]*;/m.exec(text)?.[0];
  if (!query) throw new Error("operating.md says nothing of the statistics");
  return query;
}

test("a conference in which somebody reported their line is one row for the operator, of numbers and no names", async () => {
  const server = await startTestServer();
  const referrer = await server.as("referrer");
  const called = { startsAt: null, minutes: 30, invited: [] };
  const { body } = await referrer.post(`/cases/${oncology}/conferences`, called);
  const id = z.object({ conference: z.string() }).parse(body).conference;
  const { page: host } = await comeTo(referrer, id);
  const { page: patient } = await comeTo(await server.as("patient"), id);
  const seat = await seatOf(server.open, oncology, "patient");
  await host.ask("admit", { seat });
  const line = { quality: "good", over: "udp", roundTrip: 20, lost: 0, concealed: 0, frames: 20 };
  expect(await host.ask("report", line)).toEqual({});
  expect(await patient.ask("report", { ...line, quality: "weak", over: "relay", roundTrip: 300 })).toEqual(
    {},
  );
  await host.ask("end");
  const query = await told();
  const rows = await vi.waitFor(async () => {
    const { rows: found } = await server.open.query<Record<string, unknown>>(query);
    expect(found).toHaveLength(1);
    return found;
  }, 10_000);
  expect(rows).toEqual([
    {
      at: expect.any(Date),
      conference_id: id,
      people: 2,
      reports: 2,
      quality: { good: 1, weak: 1, bad: 0 },
      over: { udp: 1, tcp: 0, relay: 1 },
      round_trip: { median: 300, worst: 300 },
      lost: { median: 0, worst: 0 },
      concealed: { median: 0, worst: 0 },
      frames: { median: 20, worst: 20 },
    },
  ]);
  const all = await server.open.query("select * from conference_statistics");
  expect(JSON.stringify(all.rows)).not.toMatch(new RegExp(`Okonkwo|Quintana|Marisol|${seat}`));
  await server.close();
}, 120_000);
