import {
  type Arriving,
  type RoomServer,
  type RoomServerSettings,
  startRoomServer,
} from "@consilium/conference-client/testing";
import { workerBuiltBefore } from "@consilium/conference-server/testing";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { fakeDevices, launch } from "./chromium.ts";

const program = workerBuiltBefore();

/** Tests of streams are skipped where no media server could be built. */
export const hasMediaServer = program !== undefined;

export interface Attendant {
  readonly seat: string;
  readonly page: Page;
  readonly arriving: () => Promise<readonly Arriving[]>;
}

export interface MeetingOptions extends Pick<RoomServerSettings, "iceServersFor"> {
  readonly relayAlone?: boolean;
  readonly camera?: { readonly width: number; readonly height: number };
}

export interface Meeting {
  readonly server: RoomServer;
  readonly people: readonly Attendant[];
}

/** Conferences in a browser of their own, without the app around them. After each test all is closed, and nobody may have complained. */
export function mediaCall(flags: readonly string[] = []) {
  let browser: Browser;
  const servers: RoomServer[] = [];
  const pages: Page[] = [];
  beforeAll(async () => {
    browser = await launch([...fakeDevices, ...flags]);
  });
  afterEach(async () => {
    const faults = await Promise.all(pages.splice(0).map((page) => page.evaluate(() => testCall.faults())));
    await Promise.all(browser.contexts().map((context) => context.close()));
    const closing = servers.splice(0);
    await Promise.all(closing.map((server) => server.close()));
    expect([...faults.flat(), ...closing.flatMap((server) => server.faults)]).toEqual([]);
  });
  afterAll(() => browser.close());
  return {
    /** So many people who are in and send camera and microphone; the first is a clinician, and lets the others in. */
    meet: async (count: number, options: MeetingOptions = {}): Promise<Meeting> => {
      const { relayAlone = false, camera, ...settings } = options;
      const server = await startRoomServer({ program: program ?? "", ...settings });
      servers.push(server);
      const people = await Promise.all(
        Array.from({ length: count }, async (_, at): Promise<Attendant> => {
          const seat = `01KDVDNA00TN9P6MHT5FWG4V${String(at).padStart(2, "0")}`;
          const page = await (await browser.newContext()).newPage();
          const person = { seat, name: `Person ${at}`, party: at === 0 ? "host" : "member" } as const;
          await page.goto(server.addressOf(person, { relayAlone }));
          pages.push(page);
          return { seat, page, arriving: () => page.evaluate(() => testCall.arriving()) };
        }),
      );
      await letIn(people);
      await Promise.all(people.map(({ page }) => begin(page, camera)));
      return { server, people };
    },
  };
}

async function letIn([host, ...others]: readonly Attendant[]): Promise<void> {
  expect(await host?.page.evaluate(() => testCall.enter())).toBe("in");
  for (const { page, seat } of others) {
    expect(await page.evaluate(() => testCall.enter())).toBe("waiting");
    await host?.page.evaluate((admitted) => testCall.admit(admitted), seat);
  }
}

const begin = (page: Page, camera: MeetingOptions["camera"]): Promise<void> =>
  page.evaluate(async (size) => {
    await testCall.begin();
    await testCall.send("camera", size);
    await testCall.send("microphone");
  }, camera);

/** Whether pictures and sound of all others arrive, and go on arriving from now on. */
export async function seesAndHearsOthers(attendant: Attendant, others: number): Promise<void> {
  const before = await attendant.arriving();
  const grown = async () => {
    const now = (await attendant.arriving()).map((one) => ({ ...one, before: sameIn(before, one) }));
    const seen = now.filter((one) => one.source === "camera" && one.frames - (one.before?.frames ?? 0) > 10);
    const heard = now.filter((one) => one.source === "microphone" && one.energy > (one.before?.energy ?? 0));
    return { seen: seen.length, heard: heard.length };
  };
  await expect.poll(grown).toEqual({ seen: others, heard: others });
}

const sameIn = (list: readonly Arriving[], { seat, source }: Arriving): Arriving | undefined =>
  list.find((one) => one.seat === seat && one.source === source);
