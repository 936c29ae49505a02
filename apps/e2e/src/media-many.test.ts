import { describe, expect, test } from "vitest";
import { hasMediaServer, mediaCall, seesAndHearsOthers } from "./media-call.ts";

const call = mediaCall();

describe.skipIf(!hasMediaServer)("several people", () => {
  test("three see and hear each other, and one shows a screen beside the camera", async () => {
    const { people } = await call.meet(3);
    await Promise.all(people.map((person) => seesAndHearsOthers(person, 2)));
    const [doctor, ...others] = people;
    await doctor?.page.evaluate(() => testCall.send("screen", { width: 1280, height: 720 }));
    for (const person of others) {
      const screens = async () => (await person.arriving()).filter(({ source }) => source === "screen");
      await expect
        .poll(async () => (await screens()).map(({ seat, frames }) => [seat, frames > 10]))
        .toEqual([[doctor?.seat, true]]);
      await expect.poll(async () => (await screens())[0]?.width).toBe(1280);
    }
    await Promise.all(others.map((person) => seesAndHearsOthers(person, 2)));
    await doctor?.page.evaluate(() => testCall.stop("screen"));
    for (const person of others)
      await expect
        .poll(async () => (await person.arriving()).some(({ source }) => source === "screen"))
        .toBe(false);
    await Promise.all(others.map((person) => seesAndHearsOthers(person, 2)));
  });

  test("six see and hear each other", async () => {
    const { people } = await call.meet(6, { camera: { width: 320, height: 180 } });
    await Promise.all(people.map((person) => seesAndHearsOthers(person, 5)));
    for (const person of people) expect(await person.arriving()).toHaveLength(10);
  });
});
