import { setTimeout as pause } from "node:timers/promises";
import { totalsOf } from "./desk.ts";
import type { Ledger } from "./ledger.ts";
import type { SmallDisk } from "./small-disk.ts";
import type { Trial } from "./trial.ts";

/** Something that happens while everybody writes. Ends when whatever was broken works again. */
export interface Fault {
  readonly name: string;
  readonly happen: (trial: Trial) => Promise<void>;
}

/** The server is gone, and PostgreSQL is not: what the log holds at that moment is looked at before it is started again. */
export const serverKilled: Fault = {
  name: "kill -9 of the server",
  happen: async (trial) => {
    await trial.killServer();
    await trial.checkLog("after kill -9 of the server");
    await trial.startServer();
  },
};

const databaseEnds = (name: string, signal: "SIGKILL" | "SIGQUIT"): Fault => ({
  name,
  happen: async (trial) => {
    trial.database.signal(signal);
    // A moment in which nothing can be written.
    await pause(300);
    await trial.checkLog(`after ${name}`);
  },
});

export const databaseKilled = databaseEnds("kill -9 of the database's postmaster", "SIGKILL");
/** What `pg_ctl stop -m immediate` sends. */
export const databaseStopped = databaseEnds("immediate stop of the database", "SIGQUIT");

export const bothKilled: Fault = {
  name: "kill -9 of both at once",
  happen: async (trial) => {
    trial.database.signal("SIGKILL");
    await trial.killServer();
    await trial.checkLog("after kill -9 of both");
    await trial.startServer();
  },
};

/** Milliseconds. What was answered before the freeze has been heard by then. */
const onTheWay = 300;
const frozenFor = 5000;

/** Nothing can be committed, so nothing may be called saved. */
export const databaseFrozen: Fault = {
  name: `the database frozen for ${frozenFor / 1000} s`,
  happen: async ({ database, desks, wrongs }) => {
    database.freeze();
    try {
      await pause(onTheWay);
      const before = totalsOf(desks).acknowledged;
      await pause(frozenFor - onTheWay);
      const after = totalsOf(desks).acknowledged;
      if (after > before)
        wrongs.push(`${after - before} acts were called saved while the database was frozen`);
    } finally {
      database.thaw();
    }
  },
};

/** Milliseconds in which nothing was called saved: then the disk is full for the log as well. */
const silence = 1500;
/** Milliseconds. PostgreSQL first uses up the room that it holds already. */
const untilFull = 20_000;

/** Nothing can be written until there is room again; then everything is, by the same server. */
export const diskFull = (disk: SmallDisk): Fault => ({
  name: "the disk full until somebody makes room",
  happen: async ({ desks, wrongs }) => {
    const makeRoom = disk.fill();
    try {
      let before = -1;
      for (const end = Date.now() + untilFull; before < totalsOf(desks).acknowledged; await pause(silence)) {
        if (Date.now() > end) return void wrongs.push("the disk was full and the log was not");
        before = totalsOf(desks).acknowledged;
      }
    } finally {
      makeRoom();
    }
  },
});

/** Milliseconds that rows are refused at least, and that another document may take to be saved meanwhile. */
const refusing = 800;
const untilSaved = 20_000;

/** Every row of one document is refused, in the middle of groups that hold those of others. */
export const oneDocumentFails: Fault = {
  name: "one document's rows fail in the middle of a group",
  happen: async ({ database, desks, wrongs }) => {
    const [failing, other] = desks;
    if (!failing || !other) throw new Error("It takes two documents.");
    await database.query(`create function refuse_row() returns trigger language plpgsql as
      $$ begin raise exception 'refused'; end $$`);
    await database.query(`create trigger refused before insert on update_log for each row
      when (new.document_id = '${failing.document}') execute function refuse_row()`);
    try {
      await whileRefused(failing.ledger, other.ledger, wrongs);
    } finally {
      await database.query("drop trigger refused on update_log");
      await database.query("drop function refuse_row");
    }
  },
};

async function whileRefused(failing: Ledger, other: Ledger, wrongs: string[]): Promise<void> {
  await pause(onTheWay);
  const [failed, saved] = [failing.acknowledged, other.acknowledged];
  await pause(refusing);
  // On a busy machine everything takes longer, and nothing of it is held back.
  for (const end = Date.now() + untilSaved; other.acknowledged === saved && Date.now() < end;)
    await pause(50);
  if (failing.acknowledged > failed) wrongs.push("acts were called saved whose rows were refused");
  if (other.acknowledged === saved) wrongs.push("one document's failure held back another");
}

/** The pages go away with what the server has not called saved, while there is no server. */
export const pagesReloaded: Fault = {
  name: "pages reloaded with unsent frames",
  happen: async (trial) => {
    await trial.killServer();
    await pause(refusing);
    await Promise.all(trial.desks.flatMap(({ appWriters }) => appWriters.map((writer) => writer.reload())));
    await trial.startServer();
  },
};
