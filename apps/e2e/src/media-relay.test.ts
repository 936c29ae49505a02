import { createHmac } from "node:crypto";
import type { RoomServerSettings } from "@consilium/conference-client/testing";
import { hasTurnServer, startTurnServer, type TurnServer } from "@consilium/conference-server/testing";
import { turnCredentials } from "@consilium/server/turn";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasMediaServer, mediaCall, seesAndHearsOthers } from "./media-call.ts";

const call = mediaCall();

describe.skipIf(!hasMediaServer || !hasTurnServer)("who may go over the relay alone", () => {
  let relay: TurnServer;
  beforeAll(async () => {
    relay = await startTurnServer();
  });
  afterAll(() => relay.close());

  test.for(["udp", "tcp"] as const)("sees and hears the other one over %s", async (transport) => {
    const turn = { urls: [`turn:${relay.at}?transport=${transport}`], secret: relay.secret };
    const iceServersFor: RoomServerSettings["iceServersFor"] = (seat) => [
      turnCredentials(turn, seat, new Date()),
    ];
    const { people } = await call.meet(2, { relayAlone: true, iceServersFor });
    await Promise.all(people.map((person) => seesAndHearsOthers(person, 1)));
    const way = { state: "connected", local: "relay", protocol: transport };
    for (const { page } of people)
      expect(await page.evaluate(() => testCall.ways())).toMatchObject([way, way]);
  });

  test("and is not let in there with credentials whose hour has passed, or that somebody else has made", async () => {
    for (const wrong of [
      turnCredentials(
        { urls: [`turn:${relay.at}`], secret: relay.secret },
        "x",
        new Date(Date.now() - 7_200_000),
      ),
      {
        urls: [`turn:${relay.at}`],
        username: "4000000000:x",
        credential: createHmac("sha1", "guessed").update("4000000000:x").digest("base64"),
      },
    ]) {
      const { people } = await call.meet(2, { relayAlone: true, iceServersFor: () => [wrong] });
      for (const { page } of people)
        await expect.poll(() => page.evaluate(() => testCall.relayErrors())).toContain(401);
      for (const { page } of people)
        expect(await page.evaluate(() => testCall.states())).not.toContain("connected");
      for (const person of people)
        expect((await person.arriving()).every(({ packets }) => packets === 0)).toBe(true);
    }
  });
});
