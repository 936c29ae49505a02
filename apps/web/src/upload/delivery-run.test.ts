import { expect, test } from "vitest";
import { Refused } from "../app/refused.ts";
import type { ChosenFile } from "./chosen-file.ts";
import { DeliveryRun, type DeliveryRunParts } from "./delivery-run.ts";
import type { KeptDelivery, KeptFile } from "./kept-delivery.ts";
import type { Job, SendEvents, SendFailure } from "./transport.ts";

interface OnTheWay {
  readonly job: Job;
  readonly events: SendEvents;
  isPaused: boolean;
}

/** A server, a device and a clock that do what the test says. */
function stage(kept?: KeptDelivery) {
  const onTheWay: OnTheWay[] = [];
  const asked: string[] = [];
  const removed: string[] = [];
  const remembered = new Map<string, KeptFile>();
  const timers: { act: () => void; milliseconds: number }[] = [];
  const answers = { refuse: undefined as Error | undefined };
  const ask = async (question: string) => {
    asked.push(question);
    if (answers.refuse) throw answers.refuse;
  };
  const parts: DeliveryRunParts = {
    id: "delivery",
    kept,
    api: {
      begin: () => ask("begin"),
      complete: (_id, files) => ask(`complete ${files}`),
      cancel: () => ask("cancel"),
      removeUpload: async (url) => void removed.push(url),
    },
    store: {
      find: async () => undefined,
      keep: async () => undefined,
      keepFiles: async (files) => files.forEach((file) => remembered.set(file.id, file)),
      forget: async () => remembered.clear(),
    },
    openTransport: async () => ({
      send: (job, events) => {
        const one: OnTheWay = { job, events, isPaused: false };
        onTheWay.push(one);
        return {
          pause: () => void (one.isPaused = true),
          resume: () => void (one.isPaused = false),
          remove: () => void onTheWay.splice(onTheWay.indexOf(one), 1),
        };
      },
      close: () => undefined,
    }),
    clock: () => new Date(0),
    later: (act, milliseconds) => {
      const timer = { act, milliseconds };
      timers.push(timer);
      return () => void (timers.includes(timer) && timers.splice(timers.indexOf(timer), 1));
    },
    changed: () => undefined,
  };
  const run = new DeliveryRun(parts);
  const end = (path: string, how: (events: SendEvents) => void) => {
    const at = onTheWay.findIndex(({ job }) => job.path === path);
    for (const { events } of onTheWay.splice(at, 1)) how(events);
  };
  return {
    run,
    onTheWay,
    asked,
    removed,
    remembered,
    answers,
    arrive: (path: string) => end(path, ({ arrived }) => arrived()),
    fail: (path: string, failure: SendFailure) => end(path, ({ failed }) => failed(failure)),
    paths: () => onTheWay.map(({ job }) => job.path),
    /** How long it waits, and then no longer. The watch for silence is no waiting. */
    waitOver: () => {
      const at = timers.findIndex(({ milliseconds }) => milliseconds !== 10_000);
      const [timer] = at < 0 ? [] : timers.splice(at, 1);
      timer?.act();
      return timer?.milliseconds;
    },
  };
}

const chosen = (...paths: readonly string[]): readonly ChosenFile[] =>
  paths.map((path) => ({ path, file: new File(["abc"], path, { lastModified: 1 }) }));

/** Until all that is answered at once was answered. */
const settled = () => new Promise((resolve) => void setTimeout(resolve));

async function begun(...paths: readonly string[]) {
  const on = stage();
  await on.run.add(chosen(...paths));
  await settled();
  return on;
}

test("a delivery is begun once, sends three files at a time and says when all are there", async () => {
  const { run, asked, arrive, paths } = await begun("a", "b", "c", "d");
  expect(asked).toEqual(["begin"]);
  expect(paths()).toEqual(["a", "b", "c"]);
  arrive("b");
  await settled();
  expect(paths()).toEqual(["a", "c", "d"]);
  for (const path of ["a", "c", "d"]) arrive(path);
  await settled();
  expect(asked).toEqual(["begin", "complete 4"]);
  expect(run.state.phase.is).toBe("complete");
  expect(run.holdsFiles).toBe(false);
});

test("where nothing gets through it waits longer each time, tries with one file, and then sends all again", async () => {
  const { run, onTheWay, fail, paths, waitOver } = await begun("a", "b", "c", "d");
  for (const path of ["a", "b", "c"]) fail(path, { why: "no-answer" });
  expect(run.state.phase.is).toBe("offline");
  expect(waitOver()).toBe(1_000);
  await settled();
  expect(paths()).toEqual(["a"]);
  fail("a", { why: "no-answer" });
  expect(waitOver()).toBe(2_000);
  await settled();
  onTheWay[0]?.events.gotThrough();
  await settled();
  expect(run.state.phase.is).toBe("arriving");
  expect(paths()).toEqual(["a", "b", "c"]);
});

test("a file goes on at the upload that it had", async () => {
  const { onTheWay, fail, waitOver, remembered } = await begun("a");
  onTheWay[0]?.events.located("/api/uploads/7");
  fail("a", { why: "no-answer" });
  waitOver();
  await settled();
  expect(onTheWay[0]?.job.url).toBe("/api/uploads/7");
  expect([...remembered.values()]).toMatchObject([{ url: "/api/uploads/7", isThere: false, bytes: 3 }]);
  expect(JSON.stringify([...remembered.values()])).not.toContain('"a"');
});

test("an upload that is gone is begun anew, and not for ever", async () => {
  const { run, onTheWay, fail, paths } = await begun("a", "b");
  onTheWay[0]?.events.located("/api/uploads/7");
  fail("a", { why: "gone" });
  await settled();
  expect(onTheWay.find(({ job }) => job.path === "a")?.job.url).toBeNull();
  for (let time = 0; time < 3; time += 1) {
    fail("a", { why: "gone" });
    await settled();
  }
  expect(paths()).toEqual(["b"]);
  expect(run.state.files[0]?.state).toBe("refused");
});

test("a pause stops what is on the way and begins nothing; going on resumes it", async () => {
  const { run, onTheWay, arrive, paths } = await begun("a", "b", "c", "d");
  run.pause();
  expect(onTheWay.every(({ isPaused }) => isPaused)).toBe(true);
  arrive("a");
  await settled();
  expect(paths()).toEqual(["b", "c"]);
  run.resume();
  await settled();
  expect(onTheWay.map(({ job, isPaused }) => [job.path, isPaused])).toEqual([
    ["b", false],
    ["c", false],
    ["d", false],
  ]);
});

test("a paused file gives its place to the next", async () => {
  const { run, onTheWay, paths } = await begun("a", "b", "c", "d");
  run.pauseFile(0);
  await settled();
  expect(paths()).toEqual(["a", "b", "c", "d"]);
  expect(onTheWay[0]?.isPaused).toBe(true);
});

test("one file of several is cancelled: the others go on without it, and the server is told how many there are", async () => {
  const { run, asked, arrive, paths } = await begun("a", "b", "c", "d");
  run.takeOut(1);
  await settled();
  expect(paths()).toEqual(["a", "c", "d"]);
  for (const path of ["a", "c", "d"]) arrive(path);
  await settled();
  expect(asked).toEqual(["begin", "complete 3"]);
  expect(run.state.phase.is).toBe("complete");
});

test("cancelled without a connection, the server is told as soon as there is one", async () => {
  const { run, asked, answers, waitOver } = await begun("a");
  answers.refuse = new TypeError("Failed to fetch");
  run.cancel();
  await settled();
  expect(run.state.phase.is).toBe("cancelling");
  answers.refuse = undefined;
  waitOver();
  await settled();
  expect(asked).toEqual(["begin", "cancel", "cancel"]);
  expect(run.state.phase.is).toBe("cancelled");
});

test("a right that ends stops the delivery with the server's sentence", async () => {
  const { run, fail, paths } = await begun("a", "b");
  fail("a", { why: "refused", sentence: "Your part in this case has ended." });
  await settled();
  expect(run.state.phase).toEqual({ is: "stopped", sentence: "Your part in this case has ended." });
  await run.add(chosen("c"));
  expect(paths()).toEqual(["b"]);
});

test("a session that ends pauses it: whoever signs in again goes on", async () => {
  const { run, fail } = await begun("a");
  fail("a", { why: "signed-out" });
  expect(run.state.phase.is).toBe("paused");
  expect(run.state.files[0]?.state).toBe("waiting");
});

test("where the server misses files, it asks about each once more, and then says so", async () => {
  const { run, answers, arrive, asked, paths } = await begun("a");
  answers.refuse = new Refused(409, "files-missing", "Files are missing.");
  arrive("a");
  await settled();
  expect(paths()).toEqual(["a"]);
  arrive("a");
  await settled();
  expect(asked).toEqual(["begin", "complete 1", "complete 1"]);
  expect(run.state.phase).toEqual({ is: "stopped", sentence: "Files are missing." });
});

test("after a reload the same files are known again: what is there is not sent, the rest goes on where it was", async () => {
  const first = await begun("a", "b", "c");
  first.onTheWay[1]?.events.located("/api/uploads/2");
  first.arrive("a");
  await settled();
  const kept = { id: "delivery", files: [...first.remembered.values()] };

  const { run, paths, onTheWay, asked, removed } = stage(kept);
  expect(paths()).toEqual([]);
  await run.add(chosen("a", "b"));
  await settled();
  expect(asked).toEqual([]);
  expect(onTheWay.map(({ job }) => [job.path, job.url])).toEqual([["b", "/api/uploads/2"]]);
  run.goOnWithout();
  onTheWay[0]?.events.arrived();
  await settled();
  expect(asked).toEqual(["complete 2"]);
  expect(removed).toEqual([]);
});

test("two files of one name are sent under two", async () => {
  const { run, paths } = await begun("scan.pdf");
  await run.add([{ path: "scan.pdf", file: new File(["other"], "scan.pdf", { lastModified: 2 }) }]);
  await settled();
  expect(paths()).toEqual(["scan.pdf", "scan (2).pdf"]);
});
