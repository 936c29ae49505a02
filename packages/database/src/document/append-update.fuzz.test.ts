import { createSeededRandom, createUlid, type Random, secureRandom } from "@consilium/foundation";
import type { AppendResult, DocumentId, Group, Row } from "@consilium/workspace-server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CaseKey, createCaseKeys } from "../case/case-keys.ts";
import { type OpenDatabase, openDatabase } from "../open-database.ts";
import { createTestCase } from "../testing/create-case.ts";
import { createTestDatabase, type TestDatabase, testServers } from "../testing/create-test-database.ts";
import { loneRowStatement } from "./append-update.ts";
import { type Appended, appendStatement, resultOf } from "./append-updates.ts";
import { createDocumentLog } from "./document-log.ts";

type Judged = Omit<Group, "document">;

const at = new Date("2026-01-02T03:04:05.678Z");
const acts = 120;

/** Mostly what an honest process sends; each way in which it may be wrong comes up now and then. */
function randomGroup(random: Random, next: Map<number, number>, head: { epoch: number; authority: number }) {
  const off = (often: number) => (random.below(often) === 0 ? 1 : 0);
  const rows = Array.from({ length: random.pick([1, 1, 1, 2]) }, (): Row => {
    const clients = random.pick<readonly number[]>([[7], [7], [8], [9], [], [7, 8]]);
    const clocks = clients.map((client) => {
      const from = (next.get(client) ?? 0) + off(9);
      next.set(client, from + 1);
      return { client, from, to: from + 1 };
    });
    const person = off(12) ? "eve" : "ada";
    return { bytes: Uint8Array.of(random.below(256)), seat: `seat of ${person}`, person, clocks, at };
  });
  const epoch = head.epoch - off(9);
  const authority = head.authority + off(9);
  return { epoch, authority, rows, ...(off(12) && { first: true as const }) };
}

describe.each(testServers())("the short and the long way into the log on %s", (_, server) => {
  let testDatabase: TestDatabase;
  let open: OpenDatabase;
  let key: CaseKey;
  let append: (groups: readonly Group[]) => Promise<readonly AppendResult[]>;
  let openLayer: () => Promise<DocumentId>;
  beforeAll(async () => {
    testDatabase = await createTestDatabase(server);
    open = await openDatabase(testDatabase.url);
    const keys = createCaseKeys({ pool: open.pool, masterKey: Buffer.alloc(32, 7) });
    const { caseId } = await createTestCase(open.database, keys);
    key = await keys.of(caseId);
    const log = createDocumentLog({ open, keys });
    append = log.append;
    openLayer = async () => {
      const layer: DocumentId = `${caseId}/layer.${createUlid(at.getTime(), secureRandom)}.records.everyone`;
      await log.load(layer);
      return layer;
    };
  });
  afterAll(async () => {
    await open.close();
    await testDatabase.drop();
  });

  async function appendLong(group: Group): Promise<AppendResult> {
    const { rows } = await open.pool.query<Appended>(appendStatement([{ ...group, key }]));
    return resultOf(rows[0], 0);
  }

  /** All that an append writes, but the sealed bytes: no two sealings are equal. */
  async function contentOf(document: DocumentId): Promise<unknown> {
    const ask = async (text: string) => (await open.pool.query<object>(text, [document])).rows;
    return [
      await ask("select sequence, epoch, authority, state from document where id = $1"),
      await ask(
        "select client, person_id, next, case_id from client_clock where document_id = $1 order by client",
      ),
      await ask(`select sequence, organisation_id, case_id, seat_id, person_id, epoch, clocks, length(sealed) as length,
        digest = sha256(sealed) as proved, at from update_log where document_id = $1 order by sequence`),
    ];
  }

  async function change(documents: readonly DocumentId[], what: "epoch" | "authority" | "frozen") {
    const assignment = what === "frozen" ? "state = 'frozen', epoch = epoch + 1" : `${what} = ${what} + 1`;
    await open.pool.query(`update document set ${assignment} where id = any ($1)`, [documents]);
  }

  /** The same acts on twins, one by each way. Gives how often the short way was open, and every outcome. */
  async function live(seed: number) {
    const random = createSeededRandom(seed);
    const [short, long] = [await openLayer(), await openLayer()];
    const head = { epoch: 1, authority: 1 };
    let next = new Map<number, number>();
    const outcomes: string[] = [];
    for (let act = 0; act < acts; act += 1) {
      const raised = random.pick(["epoch", "authority", ...Array<undefined>(30)] as const);
      if (raised) head[raised] += 1;
      if (raised) await change([short, long], raised);
      if (act === acts - 10) await change([short, long], "frozen");
      const tried = new Map(next);
      const group: Judged = randomGroup(random, tried, head);
      const [one] = await append([{ ...group, document: short }]);
      const other = await appendLong({ ...group, document: long });
      expect([seed, act, one]).toEqual([seed, act, other]);
      if (other.outcome === "ok") next = tried;
      const isLone = loneRowStatement({ ...group, document: short, key }) !== undefined;
      outcomes.push(`${isLone ? "short" : "long"} ${other.outcome}`);
    }
    expect([seed, await contentOf(short)]).toEqual([seed, await contentOf(long)]);
    return outcomes;
  }

  test("[SY-2] [SY-11] [SY-20] [SY-22] give the same outcomes and write the same rows", async () => {
    const seen: string[] = [];
    for (let seed = 1; seed <= 8; seed += 1) seen.push(...(await live(seed)));
    const kinds = ["authority", "conflict", "late", "ok"];
    expect([...new Set(seen)].toSorted()).toEqual(
      ["long", "short"].flatMap((way) => kinds.map((kind) => `${way} ${kind}`)),
    );
  }, 60_000);

  test("[SY-5] a document that nobody opened has no way in", async () => {
    const unknown: DocumentId = `${key.caseId}/layer.${createUlid(at.getTime(), secureRandom)}.records.everyone`;
    const row = { bytes: Uint8Array.of(1), seat: "seat", person: "ada", clocks: [], at };
    const group: Group = { document: unknown, epoch: 1, authority: 1, rows: [row] };
    expect(loneRowStatement({ ...group, key })).toBeDefined();
    expect(await append([group])).toEqual([{ outcome: "failed" }]);
  });
});
