import { describe, expect, test } from "vitest";
import { hasMediaServer, mediaCall, seesAndHearsOthers } from "./media-call.ts";

// As where a hospital's firewall lets no UDP out.
const call = mediaCall(["--force-webrtc-ip-handling-policy=disable_non_proxied_udp"]);

describe.skipIf(!hasMediaServer)("where UDP is blocked", () => {
  test("two see and hear each other over TCP, at the same port", async () => {
    const { people } = await call.meet(2);
    await Promise.all(people.map((person) => seesAndHearsOthers(person, 1)));
    const way = { state: "connected", protocol: "tcp" };
    for (const { page } of people)
      expect(await page.evaluate(() => testCall.ways())).toMatchObject([way, way]);
  });
});
