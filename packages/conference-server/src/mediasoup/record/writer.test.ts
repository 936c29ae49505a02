import { spawnSync } from "node:child_process";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { freePortPairs } from "./ports.ts";
import { startWriter } from "./writer.ts";

const hasWriter = spawnSync("ffmpeg", ["-version"], { stdio: "ignore" }).status === 0;

test.skipIf(!hasWriter)(
  "the file of somebody who says nothing for long goes on until it is ended",
  async () => {
    const [port = 0] = await freePortPairs(1);
    const description = [
      "v=0",
      "o=- 0 0 IN IP4 127.0.0.1",
      "s=-",
      "c=IN IP4 127.0.0.1",
      "t=0 0",
      `m=audio ${port} RTP/AVP 100`,
      "a=rtpmap:100 opus/48000/2",
      "",
    ].join("\n");
    const writer = startWriter(description);
    const read = buffer(Readable.from(writer.bytes));
    // By itself ffmpeg waits ten seconds.
    expect(await Promise.race([writer.ended.then(() => "ended"), pause(30_000, "writes")])).toBe("writes");
    await writer.stop();
    await read;
  },
  60_000,
);
