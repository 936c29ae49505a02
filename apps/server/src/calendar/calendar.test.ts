import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { oncology, seatOf } from "../testing/demo-cases.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import { writeCalendar } from "./write-calendar.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
}, 60_000);
afterAll(() => server.close());

const entry = {
  id: "01",
  day: "2026-12-31",
  summary: "Consilium: something is due",
  address: "https://c.example/cases/01/records",
  asked: new Date("2026-11-29T10:00:00Z"),
  host: "c.example",
};

test("an entry is one whole day, the same whenever it is written, and no word of it begins a line of its own", () => {
  const file = writeCalendar({ ...entry, summary: "One, two; three\\\r\nATTENDEE:mailto:a@b.example" });
  expect(file).toContain("\r\nDTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n");
  expect(file).toContain("\r\nUID:01@c.example\r\nDTSTAMP:20261129T100000Z\r\n");
  expect(file).toContain("SUMMARY:One\\, two\\; three\\\\\\nATTENDEE:mailto:a@b.example\r\n");
  expect(file).not.toMatch(/^ATTENDEE/m);
  expect(file).not.toMatch(/[^\r]\n/);
  expect(file.endsWith("END:VCALENDAR\r\n")).toBe(true);
});

test("lines have at most 75 octets, and are cut between characters", () => {
  const summary = "أمل ".repeat(40).trim();
  const file = writeCalendar({ ...entry, summary });
  for (const line of file.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(file.replaceAll("\r\n ", "")).toContain(`SUMMARY:${summary}\r\n`);
});

test("whoever is asked takes the day into their calendar, without a word of what it is", async () => {
  const coordinator = await server.as("coordinator");
  const of = await seatOf(server.open, oncology, "patient");
  const wanted = { what: "Zirconium implant card", of, due: "2027-03-10T23:30:00Z" };
  const { body } = await coordinator.post(`/cases/${oncology}/requests`, wanted);
  const { request } = z.object({ request: z.string() }).parse(body);
  const patient = await server.as("patient");
  const answer = await patient.ask(`/cases/${oncology}/requests/${request}/calendar`);
  expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  expect(answer.headers.get("content-disposition")).toBe('attachment; filename="CN-4821.ics"');
  // The programme's day, not that of UTC.
  expect(answer.text).toContain("DTSTART;VALUE=DATE:20270311");
  expect(answer.text.replaceAll("\r\n ", "")).toContain("SUMMARY:Consilium: something is due in CN-4821\r\n");
  expect(answer.text).not.toMatch(/Zirconium|Quintana/);
  const elsewhere = await server.as("second.patient");
  expect((await elsewhere.ask(`/cases/${oncology}/requests/${request}/calendar`)).status).toBe(404);
  expect((await patient.ask(`/cases/${oncology}/requests/${of}/calendar`)).body).toMatchObject({
    refusal: "no-such-request",
  });
});
