import { type Browser, chromium } from "playwright-core";

/** Without anything that talks to others by itself. */
export const launchArguments: readonly string[] = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const withDevices = (camera: string): readonly string[] => [
  `--use-fake-device-for-media-stream${camera}`,
  "--use-fake-ui-for-media-stream",
  "--autoplay-policy=no-user-gesture-required",
];

/** With a camera and a microphone that nobody has to allow, and pages that may play what they receive. */
export const fakeDevices = withDevices("");

/** The same with ten pictures a second: what four people say and do in one place needs no more of its two cores. */
export const slowCameras = withDevices("=fps=10");

/** The system's Chromium. `CHROMIUM`: another one. */
export const launch = (further: readonly string[] = []): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: [...launchArguments, ...further],
  });
