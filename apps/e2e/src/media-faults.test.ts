import { describe, expect, test } from "vitest";
import { hasMediaServer, mediaCall, seesAndHearsOthers } from "./media-call.ts";

const call = mediaCall();

describe.skipIf(!hasMediaServer)("in mid-call", () => {
  test("the media server's process is killed, twice: both see and hear each other again, with the same cameras", async () => {
    const { server, people } = await call.meet(2);
    await Promise.all(people.map((person) => seesAndHearsOthers(person, 1)));
    for (let time = 1; time <= 2; time += 1) {
      const [worker] = server.media.workers();
      process.kill(worker ?? 0, "SIGKILL");
      const moves = ({ page }: (typeof people)[number]) =>
        page.evaluate(() => testCall.told().filter((method) => method === "moved").length);
      for (const person of people) await expect.poll(() => moves(person)).toBe(time);
      await Promise.all(people.map((person) => seesAndHearsOthers(person, 1)));
      expect(server.media.workers()).not.toContain(worker);
    }
  });

  test("a socket is cut: its streams go on, its place is kept, and both ways are looked for again", async () => {
    const { server, people } = await call.meet(2);
    await Promise.all(people.map((person) => seesAndHearsOthers(person, 1)));
    const [doctor, patient] = people;
    if (!doctor || !patient) throw new Error("Two were to come");
    const framesAtDoctor = async () =>
      (await doctor.arriving()).find(({ source }) => source === "camera")?.frames ?? 0;
    const before = await framesAtDoctor();
    const names = () => patient.page.evaluate(() => testCall.iceNames());
    const old = await names();
    server.cut(patient.seat);
    await expect.poll(() => patient.page.evaluate(() => testCall.told())).toContain("lost");
    // Each way has a new name at the media server.
    await expect.poll(async () => (await names()).filter((name) => !old.includes(name)).length).toBe(2);
    await Promise.all(people.map((person) => seesAndHearsOthers(person, 1)));
    // The same stream as before: its pictures are counted on.
    expect(await framesAtDoctor()).toBeGreaterThan(before);
    expect(await doctor.page.evaluate(() => testCall.told())).not.toContain("peerLeft");
    expect(await doctor.page.evaluate(() => testCall.told())).not.toContain("producerClosed");
  });
});
