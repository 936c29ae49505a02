import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { z } from "zod";
import type { Figure } from "../measuring/figures.ts";
import { spreadOf } from "../measuring/spread.ts";
import { makeTwoNetworks, type TwoNetworks, whyNoNetworks } from "./two-networks.ts";

const OnWire = z.object({
  /** Of the sound that was played, what had to be made up; percent. */
  concealed: z.number(),
  /** Pictures a second. */
  pictures: z.number(),
  /** Packets that never came, percent of all: what was asked for again and came is not among them. */
  lost: z.number(),
});
export type OnWire = z.infer<typeof OnWire>;

/** What the inner process prints. */
const Measured = z.object({
  good: OnWire,
  losing: OnWire,
  thin: OnWire,
  /** Milliseconds from the change of the address to pictures on both sides. */
  movedTo: z.number(),
});
export type Measured = z.infer<typeof Measured>;

/** On wires that lose, hold and pass little, and after a change of the browser's address: between network namespaces, as root on Linux. */
export async function measureNetwork(program: string, seconds: number): Promise<readonly Figure[]> {
  const why = whyNoNetworks();
  if (why !== undefined) {
    console.error(`Another network is not tried: ${why}.`);
    return [];
  }
  const networks = makeTwoNetworks();
  try {
    return figuresOf(await measureInside(networks, program, seconds));
  } finally {
    networks.remove();
  }
}

/** The server's side runs in its own network; the browser is begun in the other one. */
async function measureInside(networks: TwoNetworks, program: string, seconds: number): Promise<Measured> {
  const { ofServer, ofWire, ofBrowser } = networks;
  const folder = mkdtempSync(join(tmpdir(), "consilium-network-"));
  const browser = join(folder, "browser");
  writeFileSync(browser, `#!/bin/sh\nexec ip netns exec ${ofBrowser} "$REAL_CHROMIUM" "$@"\n`);
  chmodSync(browser, 0o755);
  const script = join(import.meta.dirname, "network-inside.ts");
  const words = [process.execPath, script, program, String(seconds), ofWire, ofBrowser];
  const child = spawn("ip", ["netns", "exec", ofServer, ...words], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, REAL_CHROMIUM: process.env["CHROMIUM"], CHROMIUM: browser },
  });
  const ended = once(child, "exit");
  const printed = await text(child.stdout);
  const [code]: unknown[] = await ended;
  rmSync(folder, { recursive: true });
  if (code !== 0) throw new Error(`What was to be measured in another network ended with ${String(code)}`);
  return Measured.parse(JSON.parse(printed));
}

const one = (name: string, words: string, unit: string, value: number): Figure => ({
  name,
  words,
  unit,
  ours: spreadOf([value]),
});

const figuresOf = ({ good, losing, thin, movedTo }: Measured): readonly Figure[] => [
  ...figuresOn("good", "a good wire", good, {}),
  ...figuresOn("loss", "5 % lost each way", losing, { pictures: 15, concealed: 5 }),
  ...figuresOn("thin", "200 ms there and back, 300 kbit/s", thin, {}),
  {
    ...one("address", "from a change of the address to pictures on both sides", "ms", movedTo),
    target: { atMost: 5000 },
  },
];

interface Aims {
  /** At least. */
  readonly pictures?: number;
  /** At most. */
  readonly concealed?: number;
}

function figuresOn(name: string, words: string, on: OnWire, aims: Aims): readonly Figure[] {
  return [
    {
      ...one(`${name}-pictures`, `${words}: pictures a second`, "/s", on.pictures),
      moreIsBetter: true,
      ...(aims.pictures !== undefined && { target: { atLeast: aims.pictures } }),
    },
    {
      ...one(`${name}-concealed`, "  sound that had to be made up", "%", on.concealed),
      ...(aims.concealed !== undefined && { target: { atMost: aims.concealed } }),
    },
    one(`${name}-lost`, "  packets that never came", "%", on.lost),
  ];
}
