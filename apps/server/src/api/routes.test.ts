import { linkAudit, verifyChain } from "@consilium/database";
import { refusalSentence } from "@consilium/language";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { auditOf, leadOpinion, oncology, cardiology, seatOf } from "../testing/demo-cases.ts";
import { mountedRoutes } from "../testing/mounted-routes.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import { personWith } from "../testing/test-person.ts";
import { refusalStatus } from "./refusal.ts";

let server: TestServer;
let described: { readonly method: string; readonly path: string }[];
const unknownCase = "01ARZ3NDEKTSV4RRFFQ69G5FAV";

beforeAll(async () => {
  server = await startTestServer();
  const nobody = personWith(server.origin, "");
  const page = await nobody.ask("/openapi.json");
  const { paths } = z
    .object({ openapi: z.literal("3.1.0"), paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
    .parse(page.body);
  described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path: path.replace("/api", "") })),
  );
}, 60_000);
afterAll(() => server.close());

/** An address of a described route: that case, and ids that fit. */
const addressOf = (path: string, caseId: string): string =>
  path
    .replace("{caseId}", caseId)
    .replace("{n}", "1")
    .replace("{document}", "story")
    .replaceAll(/\{\w+\}/g, unknownCase);

const open = new Set([
  "/health",
  "/openapi.json",
  "/links/opening",
  "/check/{code}",
  "/guest",
  "/guest/opening",
]);
const isOfPlace = ({ path }: { readonly path: string }) => path.startsWith("/answering");
const isOurs = ({ path }: { readonly path: string }) =>
  !path.startsWith("/auth") && !isOfPlace({ path }) && !open.has(path);
const ofCase = ({ path }: { readonly path: string }) => path.startsWith("/cases/{caseId}");

describe("what is mounted", () => {
  test("is described, and what is described is mounted", () => {
    const said = described.map(({ method, path }) => `${method} ${path}`);
    const mounted = new Set(mountedRoutes(server));
    mounted.delete("GET /openapi.json");
    expect(said.toSorted()).toEqual([...mounted].toSorted());
  });

  test("answers nobody who is not signed in, but for health, its own description, and the doors for people without an account", async () => {
    const nobody = personWith(server.origin, "");
    const forged = personWith(server.origin, "better-auth.session_token=forged.forged");
    for (const who of [nobody, forged]) {
      for (const { method, path } of described.filter(isOurs)) {
        const answer = await who.ask(addressOf(path, oncology), { method });
        expect([method, path, answer.status, answer.body]).toEqual([
          method,
          path,
          401,
          { refusal: "signed-out", sentence: refusalSentence("signed-out", {}) },
        ]);
      }
    }
  });

  test("tells somebody without a seat the same of a case that is there and of one that is not", async () => {
    for (const login of ["admin", "spine.specialist"]) {
      const stranger = await server.as(login);
      for (const { method, path } of described.filter(ofCase)) {
        const foreign = await stranger.ask(addressOf(path, oncology), { method });
        const unknown = await stranger.ask(addressOf(path, unknownCase), { method });
        expect([path, foreign.status, foreign.text]).toEqual([path, 404, unknown.text]);
        expect(foreign.body).toMatchObject({ refusal: "no-such-case" });
      }
    }
  });

  test("takes no change from a page of another site", async () => {
    const patient = await server.as("patient");
    for (const { method, path } of described.filter(({ method: how }) => how !== "GET")) {
      for (const headers of [{ origin: "https://elsewhere.test" }, { "sec-fetch-site": "cross-site" }]) {
        const answer = await patient.ask(addressOf(path, oncology), { method, headers });
        expect([path, answer.status, answer.body]).toEqual([
          path,
          403,
          expect.objectContaining({ refusal: "foreign-origin" }),
        ]);
      }
    }
  });
});

test("every reason has a sentence", () => {
  const values = {
    root: "other",
    most: 50,
    mebibytes: 40,
    version: "R5",
    type: "Patient",
    patients: 2,
    encoding: "EBCDIC",
    line: 3,
    parameter: "window",
    reason: "syntax",
  };
  for (const reason of Object.keys(refusalStatus))
    expect([reason, refusalSentence(reason, values)]).toEqual([reason, expect.stringMatching(/^[A-Z].*\.$/)]);
});

describe("a request that does not fit", () => {
  const post = "POST";
  test.for([
    [
      "a body that is no JSON",
      `/cases/${oncology}/seats`,
      { method: post, body: "{" },
      400,
      "malformed-request",
    ],
    [
      "a body of another shape",
      `/cases/${oncology}/seats`,
      { method: post, body: { role: "king" } },
      400,
      "malformed-request",
    ],
    ["no body", `/cases/${oncology}/lifecycle`, { method: post }, 400, "malformed-request"],
    [
      "a body that never ends",
      `/cases/${oncology}/seats`,
      { method: post, body: "x".repeat(100_000) },
      413,
      "too-big",
    ],
    ["an id in lower case", `/cases/${oncology.toLowerCase()}`, {}, 400, "malformed-request"],
    ["an id that is none", `/cases/${oncology}/opinions/1/versions`, {}, 400, "malformed-request"],
    ["a page of a million", "/cases?limit=1000000", {}, 400, "malformed-request"],
    ["an address that is none", "/nothing/here", {}, 404, "no-such-route"],
    ["a method that is none", `/cases/${oncology}`, { method: "PUT" }, 404, "no-such-route"],
    [
      "a seat that is somebody else's",
      `/cases/${oncology}`,
      { headers: { "consilium-seat": unknownCase } },
      403,
      "no-right",
    ],
    [
      "a seat that is no id",
      `/cases/${oncology}`,
      { headers: { "consilium-seat": "'; drop" } },
      403,
      "no-right",
    ],
  ] as const)("%s: %s", async ([, path, options, status, reason]) => {
    const specialist = await server.as("specialist");
    const answer = await specialist.ask(path, options);
    expect([answer.status, answer.body]).toEqual([status, { refusal: reason, sentence: expect.any(String) }]);
    expect(answer.text).not.toMatch(/node_modules|\.ts:|at \w+ \(/);
  });
});

describe("seats", () => {
  test("whoever has two in a case says in which one they come, and rights are never merged", async () => {
    const { open: database } = server;
    const own = await seatOf(database, cardiology, "referrer");
    const second = "01KDVDNA00SECNDSEAT0000001";
    await database.query(
      `insert into seat (id, organisation_id, case_id, person_id, role, scopes, colour, from_at)
       select $1, organisation_id, case_id, person_id, 'coordinator', '{}', colour, now() from seat where id = $2`,
      [second, own],
    );
    const doctor = await server.as("referrer");
    const unnamed = await doctor.ask(`/cases/${cardiology}`);
    expect([unnamed.status, unnamed.body]).toMatchObject([403, { refusal: "choose-seat" }]);
    const as = async (seat: string) =>
      (await doctor.ask(`/cases/${cardiology}`, { headers: { "consilium-seat": seat } })).body;
    expect(await as(own)).toMatchObject({ seat: { id: own, role: "care-team" } });
    expect(await as(second)).toMatchObject({ seat: { id: second, role: "coordinator" } });
    const list = await doctor.ask("/cases");
    expect(list.text).toContain(second);
    await database.query("update seat set to_at = now() where id = $1", [second]);
    expect((await doctor.ask(`/cases/${cardiology}`)).body).toMatchObject({ seat: { id: own } });
    const ended = await doctor.ask(`/cases/${cardiology}`, { headers: { "consilium-seat": second } });
    expect([ended.status, ended.body]).toMatchObject([403, { refusal: "seat-ended" }]);
  });

  test("a session that ended or ran out opens nothing", async () => {
    const admin = await server.as("admin");
    expect((await admin.ask("/session")).status).toBe(200);
    await server.open.query(
      `update session set expires_at = now() - interval '1 second'
       where user_id = (select id from "user" where email = 'admin@demo.test')`,
    );
    expect((await admin.ask("/session")).body).toMatchObject({ refusal: "signed-out" });
  });
});

describe("what leaves", () => {
  const reads = [
    ["/cases", "case/summary"],
    [`/cases/${oncology}`, "case"],
    [`/cases/${oncology}/records`, "records"],
    [`/cases/${oncology}/imports`, "imports"],
    [`/cases/${oncology}/late-drafts`, "late-drafts"],
  ] as const;

  test.for(reads)("%s is booked with its bytes and kept by no cache", async ([path, subject]) => {
    const specialist = await server.as("specialist");
    const before = (await auditOf(server.open)).length;
    const answer = await specialist.ask(path);
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([200, "no-store"]);
    const booked = (await auditOf(server.open)).slice(before).filter((row) => row.subject === subject);
    const bytes = booked.map(({ body }) => Number(body["bytes"])).reduce((sum, one) => sum + one, 0);
    // Of a list each case is booked apart, without the frame around them.
    const whole = Buffer.byteLength(answer.text);
    expect(bytes).toBeGreaterThan(whole / 2);
    expect(bytes).toBeLessThanOrEqual(whole);
  });

  test("of an opinion is booked by name, to whoever may read it", async () => {
    const specialist = await server.as("specialist");
    const opinion = await leadOpinion(server.open, oncology);
    const on = `/cases/${oncology}/opinions/${opinion}`;
    for (const part of ["history", "history/scrubber", "history/difference?from=0&to=1", "versions"]) {
      const answer = await specialist.ask(`${on}/${part}`);
      expect([part, answer.status, answer.headers.get("cache-control")]).toEqual([part, 200, "no-store"]);
      const last = (await auditOf(server.open)).at(-1);
      expect(last).toMatchObject({ act: "read", subject: expect.stringContaining(`opinion.${opinion}/`) });
    }
  });

  test("does not leave when it cannot be booked, and the log tells the operator without a word of the case", async () => {
    const specialist = await server.as("specialist");
    await server.open.query("alter table audit add constraint no_reads check (act <> 'read') not valid");
    const told = server.lines.length;
    try {
      for (const [path] of reads) {
        const answer = await specialist.ask(path);
        expect([path, answer.status, answer.body]).toEqual([
          path,
          500,
          { refusal: "internal", sentence: refusalSentence("internal", {}) },
        ]);
      }
    } finally {
      await server.open.query("alter table audit drop constraint no_reads");
    }
    const lines = server.lines.slice(told).join("\n");
    expect(lines).toMatch(/no_reads/);
    expect(lines).not.toMatch(/insert into|params|Quintana|liver/i);
  });
});

test("after all of it the audit's chain holds", async () => {
  await linkAudit(server.open.pool);
  expect(await verifyChain(server.open.pool)).toMatchObject({ whole: true });
});
