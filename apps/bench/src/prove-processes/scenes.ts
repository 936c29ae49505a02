import { setTimeout as pause } from "node:timers/promises";
import { settleDesk, startWriting } from "../prove-durability/desk.ts";
import { measureCatchUp } from "./catch-up.ts";
import { type Person, untilAllSee } from "./people.ts";
import type { World } from "./world.ts";

/** What was measured in a scene, each in milliseconds; undefined: it never came. */
export interface Measured {
  readonly caughtUp: readonly number[];
  /** Everybody sees who is there, and nobody who is not. Only where the bus carries it. */
  readonly seen: readonly (number | undefined)[];
}

/** Something that happens to two processes while everybody writes. Ends when it is over. */
export interface Scene {
  readonly name: string;
  readonly play: (world: World) => Promise<Measured>;
}

/** Milliseconds: more than any bound. */
const patience = 20_000;

const pairOf = ({ people }: World): readonly [Person, Person] => {
  const [one, two] = people;
  if (!one || !two) throw new Error("There are two people.");
  return [one, two];
};

const everybodySees = async (world: World, people = world.people): Promise<Measured["seen"]> =>
  world.redis ? [await untilAllSee(people, patience)] : [];

export const undisturbed: Scene = {
  name: "undisturbed",
  play: async (world) => {
    const [one, two] = pairOf(world);
    const caughtUp = [
      ...(await measureCatchUp(one, two, world.words)),
      ...(await measureCatchUp(two, one, world.words)),
    ];
    return { caughtUp, seen: await everybodySees(world) };
  },
};

/** One process hears nothing of what the other says: only its look into the log is left. */
export const hintsLost: Scene = {
  name: "hints are lost",
  play: async (world) => {
    const [one, two] = pairOf(world);
    await world.second.deafen(true);
    const caughtUp = await measureCatchUp(one, two, world.words);
    await world.second.deafen(false);
    return { caughtUp, seen: [] };
  },
};

/** Redis, or every connection that listens at the database. Away for so long that who is elsewhere is missed. */
export const busKilled: Scene = {
  name: "the bus is killed and started again",
  play: async (world) => {
    const [one, two] = pairOf(world);
    if (!world.redis) {
      await world.database.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'consilium listens'",
      );
      return { caughtUp: await measureCatchUp(one, two, world.words), seen: [] };
    }
    await world.redis.kill();
    const caughtUp = await measureCatchUp(one, two, world.words);
    await pause(untilMissed);
    await world.redis.start();
    return { caughtUp, seen: await everybodySees(world) };
  },
};

const untilMissed = 5000;

/** The first is gone without a word; its people come to the second one, but one who does not come back. */
export const processKilled: Scene = {
  name: "kill -9 of one process",
  play: async (world) => {
    const [one, two] = pairOf(world);
    const guest = await world.visit("guest");
    const before = await everybodySees(world, [...world.people, guest]);
    await world.first.kill();
    guest.leave();
    const seen = await everybodySees(world);
    const caughtUp = await measureCatchUp(one, two, 2);
    await world.first.start();
    // Who comes back to the process that they prefer is seen from the other one.
    const back = await world.visit("back");
    const again = await everybodySees(world, [...world.people, back]);
    back.leave();
    return { caughtUp, seen: [...before, ...seen, ...again, ...(await everybodySees(world))] };
  },
};

/** Plays it while everybody writes, and looks afterwards whether all that was acknowledged is there, once, in every replica. */
export async function playWhileWriting(world: World, scene: Scene): Promise<Measured> {
  const stop = startWriting(world.desks, world.random);
  const measured = await scene.play(world);
  stop();
  for (const desk of world.desks)
    await settleDesk(desk, world.second.host, world.database, (what) =>
      world.wrongs.push(`${scene.name}: ${what}`),
    );
  return measured;
}
