import type { CaseState } from "@consilium/clinical";
import { caseId, opinionDocument } from "../test-ports.ts";
import { people } from "./people.ts";
import { command } from "./watch.ts";
import { nowIn, type World } from "./world.ts";

type Command = (world: World) => void;

/** What the people of the case decide, and whoever runs it. */
const commands: readonly Command[] = [
  ({ book, random }) =>
    book.share(random.pick(["patient", "care-team"]), random.pick(["live", "live", "version"])),
  ({ book, random }) => book.share(random.pick(["patient", "care-team"]), "live"),
  ({ book, random }) => book.change({ shares: book.facts().shares.slice(random.below(2)) }),
  ({ book, random }) => {
    const person = random.pick(people);
    if (book.isSeated(person)) book.endSeat(person);
  },
  giveASeat,
  giveASeat,
  coAuthorsChange,
  goOn,
];

export function randomCommand(world: World): void {
  const { random, plan } = world;
  const happening = random.below(20);
  if (happening === 0) return signOut(world);
  if (happening === 1 && plan.mayBeSigned) return sign(world);
  command(world, () => random.pick(commands)(world));
  for (const { server } of world.processes) if (random.below(3) > 0) void server.lookAgain(caseId);
}

function giveASeat({ book, random }: World): void {
  const gone = people.filter((person) => !book.isSeated(person));
  if (gone.length > 0) book.giveSeat(random.pick(gone));
}

/** One of the authors only reads along from now on, or all of them write again. */
function coAuthorsChange({ book, random }: World): void {
  const [opinion, ...others] = book.facts().opinions;
  if (!opinion) return;
  const seats = ["ada", "ben", "cyd", "olga"] as const;
  const all = seats.map((person) => book.visitorOf(person).seat);
  const authors = random.below(2) === 0 ? all : all.filter((seat) => seat !== random.pick(all));
  book.change({ opinions: [{ ...opinion, authors }, ...others] });
}

const course: readonly CaseState[] = ["draft", "submitted", "ready-for-review", "in-review"];

function goOn({ book, random }: World): void {
  const { state, interrupted } = book.facts();
  if (state === "paused") return book.change({ state: interrupted ?? "submitted", interrupted: null });
  if (random.below(3) === 0 && state !== "draft") return book.change({ state: "paused", interrupted: state });
  const next = course[course.indexOf(state) + 1];
  if (next && course.includes(state)) book.change({ state: next });
}

function signOut({ book, random, processes }: World): void {
  const session = book.signOut(random.pick(people));
  for (const { server } of processes) server.endSession(session);
}

const digest = "0".repeat(64);

/** SY-22: only where nothing moved since it was rendered, which here is the same moment. */
function sign(world: World): void {
  const { book, log } = world;
  const [opinion, ...others] = book.facts().opinions;
  if (!opinion || opinion.state === "signed") return;
  command(world, () => {
    const { updates } = log.ledger(opinionDocument);
    const inputs = [{ document: opinionDocument, sequence: updates.length }];
    void log.freeze({ document: opinionDocument, inputs, digest, at: nowIn(world) });
    book.change({ opinions: [{ ...opinion, state: "signed" }, ...others] });
  });
}
