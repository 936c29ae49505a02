import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { auditOf } from "../testing/demo-cases.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import type { TestPerson } from "../testing/test-person.ts";
import { longestSnippet, mostSnippets, SnippetAnswer } from "./snippet-schemas.ts";

let server: TestServer;
let ingrid: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  ingrid = await server.as("specialist");
}, 120_000);
afterAll(() => server.close());

const words = { name: "No examination", section: "limitations", text: "Nobody examined the patient: […]" };
const List = z.object({ items: z.array(SnippetAnswer) });
const all = async (person = ingrid) => List.parse((await person.ask("/session/snippets")).body).items;
const remove = (person: TestPerson, id: string) =>
  person.ask(`/session/snippets/${id}`, { method: "DELETE", headers: { origin: person.origin } });

test("a snippet is made, changed and deleted by its owner; the audit tells of each and holds none of its words", async () => {
  const made = await ingrid.post("/session/snippets", words);
  expect(made.status).toBe(201);
  const { id } = SnippetAnswer.parse(made.body);
  const changed = { ...words, name: "Not examined", section: null };
  expect((await ingrid.put(`/session/snippets/${id}`, changed)).body).toEqual({ id, ...changed });
  expect(await all()).toEqual([{ id, ...changed }]);
  expect((await remove(ingrid, id)).status).toBe(200);
  expect(await all()).toEqual([]);
  const acts = (await auditOf(server.open)).filter(({ subject }) => subject === id);
  expect(acts.map(({ act }) => act)).toEqual(["snippet.made", "snippet.changed", "snippet.deleted"]);
  expect(JSON.stringify(acts)).not.toMatch(/examin/i);
});

test("nobody else reads, changes or deletes it", async () => {
  const { id } = SnippetAnswer.parse((await ingrid.post("/session/snippets", words)).body);
  const tomasz = await server.as("second.specialist");
  expect(await all(tomasz)).toEqual([]);
  expect((await tomasz.put(`/session/snippets/${id}`, words)).body).toMatchObject({
    refusal: "no-such-snippet",
  });
  expect((await remove(tomasz, id)).body).toMatchObject({ refusal: "no-such-snippet" });
  expect(await all()).toEqual([{ id, ...words }]);
  await remove(ingrid, id);
});

test.for([
  ["without a name", { ...words, name: "  " }],
  ["without words", { ...words, text: "" }],
  ["that is too long", { ...words, text: "x".repeat(longestSnippet + 1) }],
  ["of a section that there is not", { ...words, section: "story" }],
  ["with controls", { ...words, text: "a\u0000b" }],
] as const)("a snippet %s is refused, and nothing is kept", async ([, input]) => {
  expect((await ingrid.post("/session/snippets", input)).body).toMatchObject({
    refusal: "malformed-request",
  });
  expect(await all()).toEqual([]);
});

test("as long as may be is kept whole; one more than the most is refused", async () => {
  const long = { ...words, text: "é".repeat(longestSnippet) };
  expect((await ingrid.post("/session/snippets", long)).status).toBe(201);
  await server.open.query(
    `insert into snippet (id, person_id, name, text, changed_at)
     select 's' || n, (select person_id from snippet limit 1), 'Name', 'Words', now() from generate_series(2, $1::int) n`,
    [mostSnippets],
  );
  expect((await ingrid.post("/session/snippets", words)).body).toMatchObject({
    refusal: "too-many-snippets",
  });
});
