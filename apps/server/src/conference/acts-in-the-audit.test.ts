import { rmSync } from "node:fs";
import { FakeMedia } from "@consilium/conference-server/testing";
import { openDatabase } from "@consilium/database";
import { expect, test, vi } from "vitest";
import { z } from "zod";
import type { openMedia } from "../media/open-media.ts";
import { startServer } from "../start-server.ts";
import { comeTo, type ConferencePage } from "../testing/conference-page.ts";
import { oncology, seatOf } from "../testing/demo-cases.ts";
import { createDemoDatabase, freePort } from "../testing/start-test-server.ts";
import { configurationFor, createWebFolder, password } from "../testing/test-configuration.ts";
import { signIn } from "../testing/test-person.ts";

vi.setConfig({ testTimeout: 60_000 });

// Streams that carry nothing: everything else is the server's own.
vi.mock("../media/open-media.ts", () => ({
  openMedia: (() => ({
    media: new FakeMedia(),
    iceServersFor: () => [],
    begin: () => undefined,
  })) satisfies typeof openMedia,
}));

const on = `/cases/${oncology}/conferences`;

/** A server where conferences are recorded, and who comes to one that is called there. */
async function meeting() {
  const location = await createDemoDatabase();
  const folder = createWebFolder();
  const configuration = configurationFor(location.url, folder, await freePort());
  const server = await startServer({ ...configuration, recording: { days: 30 } }, () => undefined);
  const open = await openDatabase(location.url);
  const as = (name: string) => signIn(server.origin, `${name}@demo.test`, password);
  const [referrer, specialist, patient, coordinator] = await Promise.all(
    ["referrer", "specialist", "patient", "coordinator"].map(as),
  );
  if (!referrer || !specialist || !patient || !coordinator) throw new Error("Four have signed in");
  const { body } = await referrer.post(on, { startsAt: null, minutes: 30, invited: [] });
  const id = z.object({ conference: z.string() }).parse(body).conference;
  const seats = new Map<string, string>();
  for (const name of ["referrer", "specialist", "patient", "coordinator"])
    seats.set(await seatOf(open, oncology, name), name);
  const seat = (name: string) => [...seats].find(([, one]) => one === name)?.[0] ?? "";
  /** What the audit says of this conference: who, what, and whom it concerned. */
  const acts = async (): Promise<string[]> => {
    const { rows } = await open.query<{ seat_id: string | null; act: string; of: string | null }>(
      `select seat_id, act, body->>'of' as "of" from audit where subject = $1 order by id`,
      [id],
    );
    return rows.map(({ seat_id, act, of }) =>
      [seats.get(seat_id ?? "") ?? "", act.replace("conference.", ""), seats.get(of ?? "") ?? of ?? ""]
        .join(" ")
        .trim(),
    );
  };
  const end = async () => {
    await open.close();
    await location.drop();
    rmSync(folder, { recursive: true });
  };
  return { id, server, people: { specialist, patient, coordinator }, seat, acts, end };
}

const field = (answer: unknown, name: string): string =>
  z
    .record(z.string(), z.unknown())
    .transform((data) => String(data[name]))
    .parse(answer);

async function send(page: ConferencePage, source: "microphone" | "screen"): Promise<string> {
  const transport = field(await page.ask("createTransport", { direction: "send" }), "transport");
  const [kind, mimeType] = source === "screen" ? ["video", "video/VP8"] : ["audio", "audio/opus"];
  const codecs = [{ mimeType, payloadType: 100, clockRate: 48_000 }];
  return field(await page.ask("produce", { transport, kind, source, rtpParameters: { codecs } }), "producer");
}

async function record(host: ConferencePage, other: ConferencePage): Promise<void> {
  expect(await host.ask("askToRecord")).toEqual({});
  expect(await other.ask("recordingConsent", { agree: true })).toEqual({});
  expect(await host.ask("startRecording")).toEqual({});
}

test("what is shown, shared and recorded when the server stops is written down as ended", async () => {
  const { id, server, people, seat, acts, end } = await meeting();
  const { page: host } = await comeTo(people.specialist, id);
  const { page: patient } = await comeTo(people.patient, id);
  await host.ask("admit", { seat: seat("patient") });
  await host.ask("present", { on: true, item: "story" });
  const screen = await send(host, "screen");
  await record(host, patient);
  await server.close();
  expect(await acts()).toEqual(
    expect.arrayContaining([
      "specialist presenting-ended",
      "specialist recording-ended",
      `specialist screen-ended ${screen}`,
    ]),
  );
  await end();
});
