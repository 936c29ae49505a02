import { NoMedia } from "@consilium/conference-server";
import { afterEach, expect, test, vi } from "vitest";
import { openMedia } from "./open-media.ts";
import type { MediaSettings } from "./read-media-settings.ts";

const now = (): Date => new Date(1_800_000_000_000);
const quiet = { speaks: () => {}, layers: () => {}, died: () => {} };
const here: MediaSettings = {
  kind: "on",
  ip: "127.0.0.1",
  announced: [],
  port: undefined,
  workers: 1,
  turn: undefined,
};

afterEach(() => vi.unstubAllEnvs());

test("turned off, it says so, and opens no room", async () => {
  const lines: string[] = [];
  const { media, begin, iceServersFor } = openMedia({ kind: "off" }, now, (line) => lines.push(line));
  begin();
  expect(media.health()).toEqual({
    is: "unavailable",
    because: "Video is turned off by CONSILIUM_MEDIA.",
  });
  await expect(media.openRoom(quiet)).rejects.toBeInstanceOf(NoMedia);
  expect(iceServersFor("01SEAT")).toEqual([]);
  expect(lines).toEqual([]);
  await media.close();
});

test("nothing is done before it is begun; then the operator is told why there is none, and paths stay with them", async () => {
  vi.stubEnv("MEDIASOUP_WORKER_BIN", "/does/not/exist");
  const lines: string[] = [];
  const { media, begin } = openMedia(here, now, (line) => lines.push(line));
  expect(media.health().is).toBe("building");
  expect(lines).toEqual([]);
  begin();
  await vi.waitFor(() => expect(media.health().is).toBe("unavailable"));
  expect(lines).toEqual(["media: What MEDIASOUP_WORKER_BIN names is not there. /does/not/exist"]);
  expect(media.health()).toEqual({
    is: "unavailable",
    because: "What MEDIASOUP_WORKER_BIN names is not there.",
  });
  await media.close();
});

test("each seat has credentials of its own at the TURN server", () => {
  const turn = { urls: ["turn:turn.example:3478"], secret: "only-here" };
  const { iceServersFor } = openMedia({ ...here, turn }, now, () => undefined);
  expect(iceServersFor("01SEAT")).toMatchObject([{ urls: turn.urls, username: "1800003600:01SEAT" }]);
  expect(iceServersFor("01OTHER")[0]?.credential).not.toBe(iceServersFor("01SEAT")[0]?.credential);
});
