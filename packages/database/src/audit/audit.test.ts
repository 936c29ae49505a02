import { createUlid, secureRandom, sha256Hex } from "@consilium/foundation";
import type { DocumentId } from "@consilium/workspace-server";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createCaseKeys } from "../case/case-keys.ts";
import { createDocumentLog } from "../document/document-log.ts";
import { type OpenDatabase, openDatabase } from "../open-database.ts";
import { createTestCase } from "../testing/create-case.ts";
import { createTestDatabase, type TestDatabase, testServers } from "../testing/create-test-database.ts";
import { createBookkeeping } from "./bookkeeping.ts";
import { linkAudit } from "./link-audit.ts";
import { recordAct } from "./record-act.ts";
import { startSequencer } from "./sequencer.ts";
import { verifyChain } from "./verify-chain.ts";

describe.each(testServers())("the audit on %s", (_, server) => {
  let testDatabase: TestDatabase;
  let open: OpenDatabase;
  beforeEach(async () => {
    testDatabase = await createTestDatabase(server);
    open = await openDatabase(testDatabase.url);
  });
  afterEach(async () => {
    await open.close();
    await testDatabase.drop();
  });

  const count = async (table: "audit" | "audit_link"): Promise<number> =>
    Number((await open.query<{ count: string }>(`select count(*) from ${table}`)).rows[0]?.count);
  /** Other tests' transactions on the same server hold the chain back for a moment. */
  const linkAll = () =>
    expect.poll(async () => (await linkAudit(open.pool), count("audit_link")), { timeout: 20_000 });
  const act = (n: number) =>
    recordAct(open.database, { act: "case.opened", caseId: `case ${n}`, body: { n } });
  async function tenActs(): Promise<void> {
    for (let n = 1; n <= 10; n += 1) await act(n);
    await linkAll().toBe(10);
  }
  /** What somebody with all rights on the database can do. */
  async function tamper(...statements: readonly string[]): Promise<void> {
    for (const table of ["audit", "audit_link"]) {
      await open.query(`grant update, delete on ${table} to current_user`);
      await open.query(`alter table ${table} disable trigger insert_only`);
    }
    for (const statement of statements) await open.query(statement);
  }

  test("an act is there with its transaction or not at all", async () => {
    const halfWay = open.database.transaction(async (transaction) => {
      await recordAct(transaction, { act: "case.opened" });
      throw new Error("half way");
    });
    await expect(halfWay).rejects.toThrow("half way");
    expect(await count("audit")).toBe(0);
  });

  test.for(["update audit set act = 'x'", "delete from audit", "truncate audit", "delete from audit_link"])(
    "%s is refused to the owner of the database",
    async (statement) => {
      await act(1);
      // A superuser has every right; the trigger refuses it too.
      await expect(open.query(statement)).rejects.toThrow(/permission denied|insert-only/);
      await open.query("grant update, delete, truncate on audit, audit_link to current_user");
      await expect(open.query(statement)).rejects.toThrow(/insert-only/);
    },
  );

  test("an untouched chain is whole, across several rounds of linking", async () => {
    await tenActs();
    await act(11);
    await linkAll().toBe(11);
    expect(await verifyChain(open.pool)).toMatchObject({ whole: true, links: 11 });
  });

  test.for([
    ["an edited body", 4, "changed", "update audit set body = '{\"n\": 40}' where id = 4"],
    ["an edited time", 4, "changed", "update audit set at = at - interval '1 day' where id = 4"],
    ["a changed person", 4, "changed", "update audit set person_id = 'eve' where id = 4"],
    [
      "a word moved to the next field",
      4,
      "changed",
      "update audit set act = '', person_id = act where id = 4",
    ],
    ["a deleted row", 4, "row-missing", "delete from audit where id = 4"],
    ["a deleted link", 4, "link-missing", "delete from audit_link where n = 4"],
    ["a cut end", 9, "end-differs", "delete from audit_link where n = 10"],
    [
      "a row that claims to be old",
      10,
      "row-unlinked",
      "insert into audit (act, xid) values ('forged', '1')",
    ],
  ] as const)("%s shows", async ([, at, defect, statement]) => {
    await tenActs();
    await tamper(statement);
    expect(await verifyChain(open.pool)).toEqual({ whole: false, at, defect });
  });

  test("two links that changed places show", async () => {
    await tenActs();
    await tamper(
      "update audit_link set audit_id = -audit_id where n in (4, 5)",
      "update audit_link set audit_id = case n when 4 then 5 else 4 end where n in (4, 5)",
    );
    expect(await verifyChain(open.pool)).toEqual({ whole: false, at: 4, defect: "changed" });
  });

  test("a row of a transaction that is still open is waited for, and none is left out", async () => {
    const client = await open.pool.connect();
    await client.query("begin");
    await client.query("insert into audit (act) values ('slow')");
    await act(1);
    await linkAudit(open.pool);
    expect(await count("audit_link")).toBe(0);
    await client.query("commit");
    client.release();
    await linkAll().toBe(2);
    expect(await verifyChain(open.pool)).toMatchObject({ whole: true, links: 2 });
  });

  test("two sequencers over one database link each row once", async () => {
    const causes: unknown[] = [];
    const failed = (cause: unknown) => void causes.push(cause);
    const sequencers = [1, 2].map(() => startSequencer({ pool: open.pool, every: 1, failed }));
    await Promise.all(Array.from({ length: 50 }, (__, n) => act(n)));
    await expect.poll(() => count("audit_link"), { timeout: 20_000 }).toBe(50);
    await Promise.all(sequencers.map((sequencer) => sequencer.stop()));
    expect(causes).toEqual([]);
    expect(await verifyChain(open.pool)).toMatchObject({ whole: true, links: 50 });
  });

  test("after a dump was restored into a younger server the chain goes on", async () => {
    await tenActs();
    // Numbers of transactions that this server will not reach: the rows of the dump, one of them not linked yet.
    await open.query("insert into audit (act, xid) values ('last before the dump', '900000000000')");
    await open.query("update audit_state set low = '900000000000'");
    await linkAll().toBe(11);
    await act(12);
    await linkAll().toBe(12);
    expect(await verifyChain(open.pool)).toMatchObject({ whole: true, links: 12 });
  });
});

describe("what open documents book", () => {
  let testDatabase: TestDatabase;
  let open: OpenDatabase;
  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    open = await openDatabase(testDatabase.url);
  });
  afterAll(async () => {
    await open.close();
    await testDatabase.drop();
  });

  test("[SY-24] reads, writes and refusals are rows of the case, without a clear hash of anybody's words", async () => {
    const keys = createCaseKeys({ pool: open.pool, masterKey: Buffer.alloc(32, 7) });
    const { caseId, organisationId, personId, seatId } = await createTestCase(open.database, keys);
    const document: DocumentId = `${caseId}/story`;
    const at = new Date("2026-01-02T03:04:05Z");
    const log = createDocumentLog({ open, keys });
    await log.load(document);
    const clocks = [{ client: 7, from: 0, to: 1 }];
    const rows = [{ bytes: Uint8Array.of(1), seat: seatId, person: personId, clocks, at }];
    await log.append([{ document, epoch: 1, authority: 1, rows }]);

    const books = createBookkeeping({ database: open.database, keys });
    const entry = { session: createUlid(0, secureRandom), seat: seatId, person: personId, document, at };
    await books.read({ ...entry, part: "first", from: 0, to: 1, bytes: 120 });
    await books.wrote({ ...entry, from: 1, to: 1, rows: 1 });
    await books.refused({ ...entry, reason: "gap", count: 3, firstFrame: Uint8Array.of(1) });

    const found = await open.query(
      "select act, organisation_id, case_id, person_id, seat_id, subject, body from audit order by id",
    );
    const who = { organisation_id: organisationId, case_id: caseId, person_id: personId, seat_id: seatId };
    expect(found.rows).toMatchObject([
      {
        ...who,
        act: "document.read",
        subject: document,
        body: { part: "first", from: 0, to: 1, bytes: 120 },
      },
      { ...who, act: "document.written", body: { rows: 1, digest: expect.stringMatching(/^[0-9a-f]{64}$/) } },
      { ...who, act: "document.refused", body: { reason: "gap", count: 3 } },
    ]);
    expect(JSON.stringify(found.rows)).not.toContain(await sha256Hex(Uint8Array.of(1)));
  });
});
