import { createSeededRandom, type Random } from "@consilium/foundation";
import { canonicalRendering } from "@consilium/workspace";
import { writeSomething } from "@consilium/workspace/testing";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import type { KeptFrame } from "./saved-state.ts";
import { addsTo, FakeServer } from "./testing/fake-server.ts";
import {
  breathe,
  closePages,
  documentName,
  openPage,
  type Page,
  settle,
  useTestTimers,
} from "./testing/world.ts";

beforeEach(useTestTimers);
afterEach(closePages);

const rounds = Number(process.env["FUZZ_ROUNDS"] ?? 1);
const seeds = Array.from({ length: 12 * rounds }, (_, index) => index + 1);

/** Over all seeds: how often somebody was told that all is saved, after having written. */
let told = 0;

/** A person at a device: the page may be loaded again, what the browser keeps stays. */
interface Author {
  page: Page;
  readonly kept: Map<string, KeptFrame>;
}

class World {
  readonly server = new FakeServer();
  readonly random: Random;
  readonly authors: readonly Author[];
  /** How often somebody was told that all is saved, after having written. */
  told = 0;

  constructor(seed: number) {
    this.random = createSeededRandom(seed);
    this.authors = [1, 2, 3].map(() => this.#author());
  }

  get stored() {
    return this.server.document(documentName);
  }

  get pages(): readonly Page[] {
    return this.authors.map(({ page }) => page);
  }

  async step(): Promise<void> {
    const author = this.random.pick(this.authors);
    const { page } = author;
    const happening = this.random.below(100);
    const snapshot = page.document.snapshot.getSnapshot();
    if (happening < 8 && snapshot.phase === "open") writeSomething(snapshot.doc, this.random);
    else if (happening < 35) page.line.deliverUp();
    else if (happening < 65) page.line.deliverDown();
    else if (happening < 93) this.server.commitOne(this.stored);
    else if (happening < 94) page.line.cut();
    else if (happening < 95) this.#losesItsLog();
    else if (happening < 96) this.#reload(author);
    else vi.advanceTimersByTime(300);
    await breathe(1);
  }

  /** Every "saved" is compared with what the server has committed: structs and deletions. */
  judge(): void {
    for (const { document } of this.pages) {
      const snapshot = document.snapshot.getSnapshot();
      if (snapshot.status.state !== "saved" || snapshot.phase !== "open") continue;
      if (snapshot.status.at) this.told += 1;
      if (addsTo(this.stored.committed, Y.encodeStateAsUpdate(snapshot.doc)))
        expect.fail("it says saved, and the server has not committed it");
    }
  }

  /** Held and lost logs: what was admitted and not committed is gone, with half of the sockets. */
  #losesItsLog(): void {
    this.server.throwAway(this.stored);
    for (const { line } of this.pages) if (this.random.below(2) === 0) line.cut();
  }

  #reload(author: Author): void {
    author.page.document.close();
    author.page.connection.end();
    author.page = openPage(this.server, { random: this.random, kept: author.kept });
  }

  #author(): Author {
    const kept = new Map<string, KeptFrame>();
    return { kept, page: openPage(this.server, { random: this.random, kept }) };
  }
}

test.for(seeds)(
  "[SY-3] [SY-7] [SY-12] lost logs, cut lines and reloads: saved is never said wrongly, and all end equal (%i)",
  async (seed) => {
    const world = new World(seed);
    await settle(world.server, world.pages);
    for (let count = 0; count < 600; count += 1) {
      await world.step();
      world.judge();
    }
    for (let turn = 0; turn < 4; turn += 1) {
      vi.advanceTimersByTime(11_000);
      await settle(world.server, world.pages);
    }
    world.judge();
    told += world.told;
    const truth = canonicalRendering(world.stored.committed, "opinion");
    for (const { page, kept } of world.authors) {
      const snapshot = page.document.snapshot.getSnapshot();
      if (snapshot.phase !== "open") throw new Error("everybody is there at the end");
      expect(snapshot.status.state).toBe("saved");
      expect(canonicalRendering(snapshot.doc, "opinion")).toBe(truth);
      expect(snapshot.doc.store.pendingStructs ?? snapshot.doc.store.pendingDs).toBeNull();
      expect(kept.size).toBe(0);
      expect(page.faults).toEqual([]);
    }
  },
);

test("the runs above were about something: saved was said often", () => {
  expect(told).toBeGreaterThan(20 * seeds.length);
});
