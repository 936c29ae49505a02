// The sync server alone, for many documents: PORT, CONSILIUM_DATA or DATABASE_URL. Log, sealing, audit and door are the real ones;
// whoever comes may write, and is who `?seat=` says. `GET /opinions?count=n` makes that many and answers with their ids. With LAB_WAITS it
// loads its modules, says so, and begins at the first line that it is told; with LAB_HURRIES nobody writes faster than a person may.
import { once } from "node:events";
import { createServer } from "node:http";
import {
  createBookkeeping,
  createCaseKeys,
  createDocumentLog,
  openDatabase,
  startSequencer,
} from "@consilium/database";
import { ok, secureRandom, systemClock } from "@consilium/foundation";
import { openBus } from "@consilium/server/processes";
import { serveSync } from "@consilium/server/sync";
import { createWorkspaceServer, keepPausesShort, type Rights } from "@consilium/workspace-server";
import { answerLoop } from "../measuring/answer-loop.ts";
import { answerWeight } from "../measuring/answer-weight.ts";
import { createLab, labMasterKey } from "./lab-case.ts";

keepPausesShort();
if (process.env["LAB_WAITS"]) {
  console.log("loaded");
  await once(process.stdin, "data");
  process.stdin.unref();
}
const port = Number(process.env["PORT"]);
const open = await openDatabase(process.env["DATABASE_URL"] ?? `${process.env["CONSILIUM_DATA"]}/database`);
const keys = createCaseKeys({ pool: open.pool, masterKey: labMasterKey });
const failed = (cause: unknown) => console.error("lab:", cause);
const lab = await createLab(open.database, keys);

const everything: Rights = {
  onDocument: () => Promise.resolve({ mayRead: true, mayWrite: true, couldWriteBefore: true }),
  sightOf: () => Promise.resolve("everybody"),
  resolveName: (_, name) => Promise.resolve(name),
};

/** A writer of this bench types hundreds of keys a second: far more than SY-31 lets a person write. */
const unhurried = { burst: 1e9, perSecond: 1e9 };

/** Until the line `deaf 0`, what other processes say is lost: `deaf 1`. */
let isDeaf = false;
process.stdin.setEncoding("utf8").on("data", (said: string) => {
  if (!said.startsWith("deaf ")) return;
  isDeaf = said.startsWith("deaf 1");
  console.log("deaf");
});
process.stdin.unref();
const bus = openBus(
  { redisUrl: process.env["REDIS_URL"], database: process.env["DATABASE_URL"] ?? "" },
  open,
  `process ${port}`,
  {
    heard: (word, from) => {
      if (!isDeaf && word.kind !== "changed") workspace.hear(word, from);
    },
    connected: () => workspace.busCameBack(),
    failed,
  },
);
const workspace = createWorkspaceServer({
  log: createDocumentLog({ open, keys }),
  rights: everything,
  books: createBookkeeping({ database: open.database, keys }),
  now: systemClock,
  random: secureRandom,
  report: failed,
  bus,
  ...(process.env["LAB_HURRIES"] ? {} : { flow: { updates: unhurried, bytes: unhurried } }),
});
const server = createServer((request, response) => {
  const count = Number(URL.parse(request.url ?? "", "http://lab")?.searchParams.get("count"));
  void lab.createOpinions(count).then((made) => response.end(JSON.stringify(made)), failed);
});
const sync = serveSync(server, {
  workspace,
  origins: [],
  recognize: (_request, { caseId, seat = "reader" }) =>
    Promise.resolve(
      ok({ session: seat, person: seat, seat, name: seat, caseId, expires: new Date("2100-01-01") }),
    ),
  beside: { isAt: () => false, upgrade: () => Promise.resolve() },
  failed,
});
const sequencer = startSequencer({ pool: open.pool, failed });
answerWeight();
answerLoop();
server.listen(port, "127.0.0.1", () => console.log("ready"));

process.on("SIGTERM", () => {
  void (async () => {
    await sync.close();
    await bus.stop();
    await sequencer.stop();
    await open.close();
    process.exit(0);
  })();
});
