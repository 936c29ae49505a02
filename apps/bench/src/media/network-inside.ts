/* `node network-inside.ts PROGRAM SECONDS WIRE BROWSER`, in the server's network: prints what it has measured as one line of JSON. */
import { setTimeout as pause } from "node:timers/promises";
import { type Arriving, startRoomServer } from "@consilium/conference-client/testing";
import { fakeDevices, launch } from "@consilium/e2e/chromium";
import { type CallPage, firstFrameOf, goIn, openCallPage } from "./call-page.ts";
import type { Measured, OnWire } from "./network.ts";
import {
  changeAddress,
  forward,
  goodWire,
  layWire,
  serverAddress,
  type WireSettings,
} from "./two-networks.ts";

const [program = "", seconds = "", ofWire = "", ofBrowser = ""] = process.argv.slice(2);

const wire = await layWire(ofWire);
const server = await startRoomServer({ program, ip: serverAddress });
const { port } = new URL(server.addressOf({ seat: "", name: "", party: "host" }));
const stopForwarding = await forward(ofBrowser, Number(port));
const there = {
  ...server,
  addressOf: (...asked: Parameters<typeof server.addressOf>) =>
    server.addressOf(...asked).replace(serverAddress, "127.0.0.1"),
};
const browser = await launch(fakeDevices);
try {
  const people = [await openCallPage(browser, there), await openCallPage(browser, there)] as const;
  for (const person of people) await goIn(person);
  await Promise.all(people.map((person) => firstFrameOf(person)));
  const measured: Measured = {
    good: await measureOn(people, goodWire),
    losing: await measureOn(people, { ...goodWire, loss: 5 }),
    // 200 ms there and back; two people send and receive over it.
    thin: await measureOn(people, { ...goodWire, delay: 100, rate: 300 }),
    movedTo: await measureMove(people),
  };
  console.log(JSON.stringify(measured));
} finally {
  await browser.close();
  await stopForwarding();
  await server.close();
  await wire.close();
}

/** Of both, from when the layers and the estimates have settled. */
async function measureOn(people: readonly CallPage[], settings: WireSettings): Promise<OnWire> {
  wire.set(settings);
  await pause(5000);
  const before = await totalOf(people);
  await pause(Number(seconds) * 1000);
  const after = await totalOf(people);
  wire.set(goodWire);
  const grown = (name: keyof Total): number => after[name] - before[name];
  return {
    concealed: (grown("concealed") / grown("samples")) * 100,
    pictures: grown("frames") / Number(seconds) / people.length,
    lost: (grown("lost") / (grown("packets") + grown("lost"))) * 100,
  };
}

type Total = Pick<Arriving, "frames" | "packets" | "lost" | "concealed" | "samples">;

async function totalOf(people: readonly CallPage[]): Promise<Total> {
  const all = (await Promise.all(people.map(arriving))).flat();
  const sum = (name: keyof Total): number => all.reduce((total, one) => total + one[name], 0);
  return {
    frames: sum("frames"),
    packets: sum("packets"),
    lost: sum("lost"),
    concealed: sum("concealed"),
    samples: sum("samples"),
  };
}

function arriving({ page }: CallPage): Promise<readonly Arriving[]> {
  return page.evaluate(() => testCall.arriving());
}

/** Nobody tells the page: it finds out that nothing arrives any more, as the app does. */
async function measureMove(people: readonly CallPage[]): Promise<number> {
  changeAddress(ofBrowser);
  const changed = Date.now();
  // What was under way is decoded by then.
  await pause(200);
  const frames = await Promise.all(people.map(framesOf));
  await Promise.all(people.map((person, at) => untilFrames(person, (frames[at] ?? 0) + 5)));
  return Date.now() - changed;
}

async function framesOf(person: CallPage): Promise<number> {
  return (await arriving(person)).reduce((total, one) => total + one.frames, 0);
}

async function untilFrames(person: CallPage, wanted: number): Promise<void> {
  const until = Date.now() + 30_000;
  while ((await framesOf(person)) < wanted) {
    // What never came is a figure too: it misses its aim.
    if (Date.now() > until) return;
    await pause(50);
  }
}
