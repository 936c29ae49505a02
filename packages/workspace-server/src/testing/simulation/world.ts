import { createSeededRandom, type Random } from "@consilium/foundation";
import type { DocumentId } from "../../durable-log/durable-log.ts";
import { documentId } from "../../durable-log/load-document.ts";
import { createMemoryLog, type MemoryLog } from "../../durable-log/memory-log.ts";
import type { WorkspaceServer } from "../../workspace-server.ts";
import { caseId } from "../test-ports.ts";
import { createStepChecker, type StepChecker } from "../trace/step-checker.ts";
import { type CaseBook, createCaseBook } from "./case-book.ts";
import { type Committed, createCommitted } from "./committed.ts";
import type { Defect } from "./defects.ts";
import type { Desk } from "./desk.ts";
import type { FaultyStore } from "./faulty-store.ts";
import { documents } from "./people.ts";

export interface Plan {
  readonly seed: number;
  readonly processes: 1 | 2;
  /** The opinion may be signed on the way. */
  readonly mayBeSigned: boolean;
  /** The opinion is of a newer editor than one author's app. */
  readonly hasOldApp: boolean;
  readonly defect?: Defect;
}

export interface Process {
  readonly server: WorkspaceServer;
  readonly store: FaultyStore;
}

/** What happened, so that a run without anything in it is noticed. */
export type Tally = Record<
  | "steps"
  | "traced"
  | "written"
  | "committed"
  | "deliveries"
  | "saved"
  | "late"
  | "kills"
  | "cuts"
  | "commands",
  number
>;

/** A case, its people and the processes that serve it. Its clock, its network and its log do what chance says. */
export interface World {
  readonly plan: Plan;
  readonly random: Random;
  readonly log: MemoryLog;
  readonly book: CaseBook;
  readonly processes: Process[];
  readonly desks: Desk[];
  readonly committed: ReadonlyMap<string, Committed>;
  readonly tally: Tally;
  /** Holds every process to the rules of the model. */
  readonly checker: StepChecker;
  /** Rows of each document that the checker has been told of. */
  readonly told: Map<string, number>;
  readonly wrongs: string[];
  /** Answers of the log that are on their way. */
  readonly held: (() => void)[];
  /** Hints between processes that are on their way. */
  readonly hints: DocumentId[];
  readonly clock: {
    /** Milliseconds. */
    time: number;
    /** Of commits and commands: each has one of its own. */
    moment: number;
    clientId: number;
  };
  /** Bytes that wait before every reader. */
  slow: number;
}

export function createWorld(plan: Plan): World {
  const held: (() => void)[] = [];
  const log = createMemoryLog(() => new Promise<void>((resolve) => void held.push(resolve)));
  const clock: World["clock"] = { time: Date.UTC(2026, 10, 24), moment: 0, clientId: 1000 };
  const moment = () => clock.moment;
  return {
    plan,
    random: createSeededRandom(plan.seed),
    log,
    book: createCaseBook(() => new Date(clock.time), moment),
    processes: [],
    desks: [],
    committed: new Map(
      documents.map((name) => [name, createCommitted(log.ledger(documentId(caseId, name)), moment)]),
    ),
    tally: {
      steps: 0,
      traced: 0,
      written: 0,
      committed: 0,
      deliveries: 0,
      saved: 0,
      late: 0,
      kills: 0,
      cuts: 0,
      commands: 0,
    },
    checker: createStepChecker(),
    told: new Map(),
    wrongs: [],
    held,
    hints: [],
    clock,
    slow: 0,
  };
}

export const nowIn = ({ clock }: World): Date => new Date(clock.time);

/** The newest schema that an app of today knows: the old one stands still. */
export const newestSchema = ({ plan }: World): number => (plan.hasOldApp ? 2 : 1);

export function committedOf({ committed }: World, document: string): Committed {
  const found = committed.get(document);
  if (!found) throw new Error(`there is no ${document}`);
  return found;
}

export const somePlace = ({ random, processes }: World): WorkspaceServer => random.pick(processes).server;
