import { createSeededRandom, type Random } from "@consilium/foundation";
import { createMemoryOutbox, openPage, type Page } from "@consilium/workspace-client/testing";
import { createWorkspaceServer, type WorkspaceServer } from "@consilium/workspace-server";
import {
  appDoor,
  createMemoryLog,
  createTestPorts,
  mayNoMore,
  opinionDocument,
  opinionName,
  visitorNamed,
} from "@consilium/workspace-server/testing";
import { writeSomething } from "@consilium/workspace/testing";
import * as Y from "yjs";

type Kept = Parameters<typeof createMemoryOutbox>[0];

/** A person at a device. The page may be loaded again; what the browser keeps stays. */
export interface Author {
  readonly person: string;
  readonly kept: Kept;
  /** Every change ever made at this device. */
  readonly written: Uint8Array[];
  page: Page;
}

export const people = ["ada", "ben", "cy"] as const;

/** The app's client and the real server, between them lines that can be cut, behind it a log that fails on command. */
export class World {
  readonly random: Random;
  readonly incidents: string[] = [];
  readonly #held: (() => void)[] = [];
  readonly #log = createMemoryLog(() => new Promise<void>((resolve) => void this.#held.push(resolve)));
  readonly #ports = createTestPorts(this.#log, {
    report: (incident) => {
      const isOurs = incident.kind === "failed" && incident.what === "append";
      if (!isOurs) this.incidents.push(incident.kind);
    },
  });
  readonly authors: readonly Author[];
  #server: WorkspaceServer;
  signed = false;

  constructor(seed: number) {
    this.random = createSeededRandom(seed);
    this.#server = createWorkspaceServer(this.#ports);
    this.authors = people.map((person) => this.#author(person));
  }

  get pages(): readonly Page[] {
    return this.authors.map(({ page }) => page);
  }

  /** The log's rows, and what was kept of one person after the signing. */
  committed(lateOf?: string): Y.Doc {
    const doc = withoutCleanup();
    const { updates, lateDrafts } = this.#log.ledger(opinionDocument);
    for (const { bytes } of updates) Y.applyUpdate(doc, bytes);
    for (const { bytes, person } of lateDrafts) if (person === lateOf) Y.applyUpdate(doc, bytes);
    return doc;
  }

  step(mayBeSigned: boolean, pass: (milliseconds: number) => void): void {
    const author = this.random.pick(this.authors);
    const { page } = author;
    const happening = this.random.below(1000);
    if (happening < 80) this.#write(page);
    else if (happening < 370) page.line.deliverUp();
    else if (happening < 670) page.line.deliverDown();
    else if (happening < 900) this.answerOne();
    else if (happening < 908) page.line.cut();
    else if (happening < 918) this.#log.misfortunes.push(this.random.pick(["failed", "lost-answer"]));
    else if (happening < 921) this.#log.ledger(opinionDocument).authority += 1;
    else if (happening < 924) this.#kill();
    else if (happening < 929) this.#reload(author);
    else if (happening < 931 && mayBeSigned) this.#sign();
    else if (happening < 985) pass(300);
    else void this.#server.lookAgain();
  }

  answerOne(): void {
    this.#held.splice(this.random.below(this.#held.length || 1), 1)[0]?.();
  }

  /** From here on nothing fails any more. */
  calm(): void {
    this.#log.misfortunes.length = 0;
    for (const answer of this.#held.splice(0)) answer();
    void this.#server.lookAgain();
  }

  #write(page: Page): void {
    const snapshot = page.document.snapshot.getSnapshot();
    if (snapshot.phase === "open" && snapshot.mayWrite) writeSomething(snapshot.doc, this.random);
  }

  #sign(): void {
    if (this.signed) return;
    this.signed = true;
    for (const person of people) this.#ports.seats.set(person, mayNoMore);
    this.#log.ledger(opinionDocument).epoch += 1;
  }

  /** kill -9: all sockets are gone, what was sent to the log may still happen. */
  #kill(): void {
    this.#server = createWorkspaceServer(this.#ports);
    for (const { line } of this.pages) line.cut();
  }

  #reload(author: Author): void {
    author.page.document.close();
    author.page.connection.end();
    author.page = this.#openPage(author);
  }

  #author(person: string): Author {
    const half = { person, kept: new Map(), written: [] };
    return { ...half, page: this.#openPage(half) };
  }

  #openPage({ person, kept, written }: Omit<Author, "page">): Page {
    const memory = createMemoryOutbox(kept);
    const keep: typeof memory.keep = (frame) => {
      written.push(frame.update);
      return memory.keep(frame);
    };
    const outbox = { ...memory, keep };
    const sampling = createSeededRandom(this.random.below(1000));
    return openPage(
      appDoor(() => this.#server, visitorNamed(person)),
      { random: this.random, sampling, name: opinionName, outbox },
    );
  }
}

function withoutCleanup(): Y.Doc {
  const doc = new Y.Doc();
  doc.on("afterTransaction", (transaction: Y.Transaction) => {
    transaction._needFormattingCleanup = false;
  });
  return doc;
}

/** Whether a document lacks anything of an update, deletions included. */
export function lacks(doc: Y.Doc, update: Uint8Array): boolean {
  const copy = withoutCleanup();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  let novelty = false;
  copy.on("update", () => {
    novelty = true;
  });
  Y.applyUpdate(copy, update);
  return novelty || copy.store.pendingStructs !== null || copy.store.pendingDs !== null;
}
