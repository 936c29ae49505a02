import type { Random } from "@consilium/foundation";
import { breathe } from "../test-ports.ts";
import { randomCommand } from "./commands.ts";
import { type Desk, mayType, reloadDesk, takeFreshClient, writeAtDesk } from "./desk.ts";
import { startProcess } from "./process.ts";
import { catchUp, judgeSaved } from "./watch.ts";
import { nowIn, somePlace, type World } from "./world.ts";

/** What may happen next, and how often in a thousand. A desk is drawn for each; what makes no sense there does nothing. */
const happenings: readonly (readonly [often: number, happen: (world: World, desk: Desk) => unknown])[] = [
  [330, write],
  [240, ({ random, desks }) => desks.forEach(({ client }) => some(random, client.deliverUp))],
  [240, ({ random, desks }) => desks.forEach(({ client }) => some(random, client.deliverDown))],
  [350, answerSome],
  [10, cut],
  [6, (_, { client }) => client.lose()],
  [12, ({ log, random }) => log.misfortunes.push(random.pick(["failed", "lost-answer"]))],
  [4, ({ random, processes }) => (random.pick(processes).store.isReachable = false)],
  [12, ({ processes }) => processes.forEach(({ store }) => (store.isReachable = true))],
  [3, kill],
  [4, (world, desk) => reloadDesk(world, desk)],
  [6, (world) => (world.slow = world.random.pick([0, 0, 500]))],
  [9, ({ processes }) => processes.forEach(({ server }) => void server.tick())],
  [5, ({ processes }) => processes.forEach(({ server }) => server.beat())],
  [12, timePasses],
  [8, (world) => void somePlace(world).lookAgain()],
  [12, hint],
  [3, ({ hints }) => hints.splice(0)],
  [6, randomCommand],
];

const all = happenings.reduce((sum, [often]) => sum + often, 0);

/** A few messages arrive, one after the other, or none. */
function some(random: Random, deliver: () => boolean): void {
  for (let left = random.below(4); left > 0 && deliver(); left -= 1);
}

export async function step(world: World): Promise<void> {
  const { random, desks } = world;
  const desk = random.pick(desks);
  let drawn = random.below(all);
  if (!desk.client.connected() && isWorthTrying(world, desk)) connect(world, desk);
  else
    for (const [often, happen] of happenings) {
      drawn -= often;
      if (drawn >= 0) continue;
      happen(world, desk);
      break;
    }
  await breathe(12);
  catchUp(world);
  for (const one of desks) judgeClosings(world, one);
  judgeSaved(world, desk);
  world.tally.steps += 1;
}

/** A stranger knocks now and then. */
const isWorthTrying = ({ book, random }: World, { person, document }: Desk): boolean =>
  book.allowed(book.visitorOf(person).seat, document).read || random.below(10) === 0;

export function connect(world: World, desk: Desk): void {
  if (desk.isDone || !world.book.isSeated(desk.person)) return;
  desk.server = somePlace(world);
  desk.client.connect(desk.server);
}

function write(world: World, desk: Desk): void {
  if (!mayType(desk)) return;
  writeAtDesk(desk, world.random, () => nowIn(world));
  world.tally.written += 1;
}

function answerSome({ held, random }: World): void {
  for (let left = random.below(4); left > 0; left -= 1) held.splice(random.below(held.length), 1)[0]?.();
}

function cut({ tally }: World, { client }: Desk): void {
  client.cut();
  tally.cuts += 1;
}

/** kill -9: its sockets are gone, what it had sent to the log may still happen, and another one starts. */
function kill(world: World): void {
  const index = world.random.below(world.processes.length);
  for (const { client, server } of world.desks) if (server === world.processes[index]?.server) client.lose();
  world.processes[index] = startProcess(world);
  world.tally.kills += 1;
}

function timePasses(world: World): void {
  world.clock.time += world.random.below(3000);
  for (const { server } of world.processes) server.second();
}

function hint({ random, hints, processes, log }: World): void {
  const [document] = hints.splice(random.below(hints.length), 1);
  if (document)
    for (const { server } of processes) void server.heard(document, log.ledger(document).updates.length);
}

/** SY-16: what a client does when it is sent away. An honest one is never told that it spoke nonsense. */
export function judgeClosings(world: World, desk: Desk): void {
  for (const code of desk.client.closedWith.slice(desk.heard)) {
    desk.heard += 1;
    if (code === 4410) desk.isDone = true;
    else if (code === 4401 || code === 4403 || code === 4404) return takeFreshClient(world, desk);
    else if (code < 4500)
      world.wrongs.push(`${desk.person} was sent away from ${desk.document} with ${code}`);
  }
}
