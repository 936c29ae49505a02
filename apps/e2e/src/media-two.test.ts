import { describe, expect, test } from "vitest";
import { hasMediaServer, mediaCall, seesAndHearsOthers } from "./media-call.ts";

const call = mediaCall();

describe.skipIf(!hasMediaServer)("two people", () => {
  test("see and hear each other, directly, in the size that each wishes", async () => {
    const { people } = await call.meet(2);
    const [doctor, patient] = people;
    if (!doctor || !patient) throw new Error("Two were to come");
    await Promise.all([seesAndHearsOthers(doctor, 1), seesAndHearsOthers(patient, 1)]);
    for (const { page } of people)
      expect(await page.evaluate(() => testCall.ways())).toMatchObject([
        { state: "connected", protocol: "udp" },
        { state: "connected", protocol: "udp" },
      ]);

    const layers = () =>
      doctor.page.evaluate(async () =>
        (await testCall.leaving()).filter(({ frames }) => frames > 10).map(({ layer }) => layer),
      );
    // The largest comes and goes with how busy the machine is: the benchmark looks at it.
    await expect.poll(layers).toEqual(expect.arrayContaining(["r0", "r1"]));
    const width = async () => (await patient.arriving()).find(({ source }) => source === "camera")?.width;
    for (const [layer, wide] of [
      [1, 320],
      [0, 160],
      [1, 320],
    ] as const) {
      await patient.page.evaluate(([seat, wished]) => testCall.wish(seat, "camera", wished), [
        doctor.seat,
        layer,
      ] as const);
      await expect.poll(width).toBe(wide);
    }
  });

  test("who turns the camera off is heard on, and seen again when it is on", async () => {
    const { people } = await call.meet(2);
    const [doctor, patient] = people;
    if (!doctor || !patient) throw new Error("Two were to come");
    await seesAndHearsOthers(patient, 1);
    await doctor.page.evaluate(() => testCall.pause("camera", true));
    await expect.poll(() => patient.page.evaluate(() => testCall.told())).toContain("producerChanged");
    const of = async (source: "camera" | "microphone") =>
      (await patient.arriving()).find((one) => one.source === source);
    const energy = (await of("microphone"))?.energy ?? 0;
    await expect.poll(async () => (await of("microphone"))?.energy).toBeGreaterThan(energy);
    const { frames = 0 } = (await of("camera")) ?? {};
    // A second of sound, and not one picture.
    await expect.poll(async () => (await of("microphone"))?.energy).toBeGreaterThan(energy * 2);
    expect((await of("camera"))?.frames).toBe(frames);
    await doctor.page.evaluate(() => testCall.pause("camera", false));
    await seesAndHearsOthers(patient, 1);
  });
});
