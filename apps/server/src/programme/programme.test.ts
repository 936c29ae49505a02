import { specialtyList } from "@consilium/clinical";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CaseDetail } from "../case/case-schemas.ts";
import { auditOf, spine } from "../testing/demo-cases.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import type { TestPerson } from "../testing/test-person.ts";
import {
  CaseTemplates,
  mostTemplates,
  ProgrammeContent,
  ProgrammeList,
  ProgrammeSafety,
  ProgrammeTemplate,
} from "./programme-schemas.ts";
import { recordListOf } from "./record-list.ts";

let server: TestServer;
let coordinator: TestPerson;
let specialist: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  coordinator = await server.as("coordinator");
  specialist = await server.as("spine.specialist");
}, 120_000);
afterAll(() => server.close());

const words = {
  name: "Spine, short",
  specialty: "spine",
  language: "en",
  sections: { summary: "Level and side: […]" },
  from: 0,
};
const remove = (path: string) =>
  coordinator.ask(path, { method: "DELETE", headers: { origin: coordinator.origin } });
const content = async () => ProgrammeContent.parse((await coordinator.ask("/programme/content")).body);
const offered = async () =>
  CaseTemplates.parse((await specialist.ask(`/cases/${spine}/templates`)).body).items;
const caseOf = async (person: TestPerson) => CaseDetail.parse((await person.ask(`/cases/${spine}`)).body);

test("a coordinator writes a template; who writes in its specialty is offered it, in its newest version, until it is taken back", async () => {
  const made = await coordinator.post("/programme/templates", words);
  expect(made.status).toBe(201);
  const { id, version } = ProgrammeTemplate.parse(made.body);
  expect(version).toBe(1);
  const other = ProgrammeTemplate.parse(
    (await coordinator.post("/programme/templates", { ...words, specialty: "oncology" })).body,
  );
  expect((await offered()).map((template) => template.id)).toEqual([id]);
  const sections = { summary: "Level, side and since when: […]" };
  const saved = await coordinator.put(`/programme/templates/${id}`, { ...words, sections, from: 1 });
  expect(saved.body).toMatchObject({ id, version: 2, sections });
  expect(await offered()).toEqual([{ id, version: 2, name: words.name, language: "en", sections }]);
  expect((await content()).templates.map((template) => template.specialty)).toEqual(["oncology", "spine"]);

  expect((await remove(`/programme/templates/${id}?from=2`)).status).toBe(200);
  expect(await offered()).toEqual([]);
  expect((await remove(`/programme/templates/${id}?from=2`)).body).toMatchObject({
    refusal: "no-such-content",
  });
  expect((await coordinator.put(`/programme/templates/${id}`, { ...words, from: 0 })).body).toMatchObject({
    refusal: "no-such-content",
  });
  await remove(`/programme/templates/${other.id}?from=1`);
  const acts = (await auditOf(server.open)).filter(({ subject }) => subject === `template:${id}`);
  expect(acts.map(({ act, body }) => [act, body["version"]])).toEqual([
    ["content.written", 1],
    ["content.written", 2],
    ["content.taken-back", 3],
  ]);
  expect(JSON.stringify(acts)).not.toContain("Level");
});

test("of two who change the same version one is refused, and nothing is written over", async () => {
  const { id } = ProgrammeTemplate.parse((await coordinator.post("/programme/templates", words)).body);
  const both = await Promise.all(
    ["Mine: […]", "Theirs: […]"].map((summary) =>
      coordinator.put(`/programme/templates/${id}`, { ...words, sections: { summary }, from: 1 }),
    ),
  );
  expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 409]));
  expect(both.find(({ status }) => status === 409)?.body).toMatchObject({ refusal: "content-changed" });
  const [kept] = (await content()).templates;
  expect(kept).toMatchObject(ProgrammeTemplate.parse(both.find(({ status }) => status === 200)?.body));
  expect((await remove(`/programme/templates/${id}?from=1`)).body).toMatchObject({
    refusal: "content-changed",
  });
  await remove(`/programme/templates/${id}?from=2`);
});

test("a programme's own list is what its cases ask for, open ones too, until it is taken back", async () => {
  const standing = await caseOf(specialist);
  expect(standing.recordList).toEqual(specialtyList("spine"));
  const blocks = "Without it our board does not meet.";
  const records = [
    { type: "markers", isCore: false, blocks: null },
    { type: "mri", isCore: false, blocks: null },
    { type: "pathology", isCore: true, blocks },
  ];
  const saved = await coordinator.put("/programme/lists/spine", { records, from: 0 });
  // Those without which there is no opinion come first.
  const [markers, mri, pathology] = records;
  expect(ProgrammeList.parse(saved.body).records).toEqual([pathology, markers, mri]);
  // What the programme does not say of a record, the list that comes along does, where it names that.
  const said = specialtyList("spine").find(({ type }) => type === "mri")?.blocks;
  expect((await caseOf(specialist)).recordList).toEqual([pathology, markers, { ...mri, blocks: said }]);
  const forPatient = (await caseOf(await server.as("second.patient"))).recordList;
  expect(forPatient.map((line) => line.blocks)).toEqual([null, null, null]);
  const say = (item: string) =>
    coordinator.post(`/cases/${spine}/inventory/${item}`, {
      state: "not-applicable",
      because: "Made for the test.",
    });
  expect((await say("pathology")).status).toBe(200);
  expect((await say("germline")).body).toMatchObject({ refusal: "no-such-record" });
  expect((await coordinator.put("/programme/lists/spine", { records, from: 0 })).body).toMatchObject({
    refusal: "content-changed",
  });
  expect((await remove("/programme/lists/spine?from=1")).status).toBe(200);
  const after = await caseOf(specialist);
  expect(after.recordList).toEqual(specialtyList("spine"));
  // What was said of it stays with the case.
  expect(after.inventory.find(({ id }) => id === "pathology")?.said?.state).toBe("not-applicable");
  // It begins anew, with the next version.
  const anew = await coordinator.put("/programme/lists/spine", { records, from: 0 });
  expect(anew.body).toMatchObject({ version: 3 });
  await remove("/programme/lists/spine?from=3");
});

const putList = (line: object) =>
  coordinator.put("/programme/lists/neurology", {
    records: [{ type: "mri", isCore: true, ...line }],
    from: 0,
  });

test("what a record blocks is one line of words; a list that was kept before there were any says what comes along", async () => {
  for (const blocks of ["", "  ", "x".repeat(201), "One\nTwo"])
    expect((await putList({ blocks })).body).toMatchObject({ refusal: "malformed-request" });
  const of = await server.open.query<{ organisationId: string }>(
    `insert into organisation_content (organisation_id, kind, id, version, body, person_id, at)
     select c.organisation_id, 'list', 'neurology', 1, $1::jsonb, m.person_id, now()
     from clinical_case c join membership m on m.organisation_id = c.organisation_id and staff_role = 'coordinator'
     where c.id = $2 limit 1 returning organisation_id as "organisationId"`,
    [JSON.stringify({ records: [{ type: "mri", isCore: true }] }), spine],
  );
  const { organisationId = "" } = of.rows[0] ?? {};
  expect(await recordListOf(server.open.database, { organisationId, specialty: "neurology" })).toEqual(
    specialtyList("neurology").slice(0, 1),
  );
  await remove("/programme/lists/neurology?from=1");
});

test("what a programme adds to the gate of emergencies is told to whoever stands before it", async () => {
  expect((await caseOf(specialist)).organisation.safety).toBeNull();
  const text = "Our nurses answer at night too.\nAsk for the one on call.";
  const saved = await coordinator.put("/programme/safety", { text, from: 0 });
  expect(ProgrammeSafety.parse(saved.body)).toMatchObject({ version: 1, text });
  expect((await caseOf(specialist)).organisation.safety).toBe(text);
  await remove("/programme/safety?from=1");
  expect((await content()).safety).toBeNull();
});

test("nobody but a coordinator reads or writes it, and only who writes an opinion is offered templates", async () => {
  for (const person of [specialist, await server.as("patient")]) {
    expect((await person.ask("/programme/content")).body).toMatchObject({ refusal: "not-a-coordinator" });
    expect((await person.post("/programme/templates", words)).body).toMatchObject({
      refusal: "not-a-coordinator",
    });
  }
  expect((await coordinator.ask(`/cases/${spine}/templates`)).body).toMatchObject({ refusal: "no-right" });
  expect((await (await server.as("admin")).ask(`/cases/${spine}/templates`)).status).toBe(404);
});

test.for([
  ["without a section", { ...words, sections: {} }],
  ["of the bottom line, which nobody may begin with", { ...words, sections: { bottomline: "Operate." } }],
  ["with markup", { ...words, sections: { summary: "<b>bold</b>" } }],
  ["that is too long", { ...words, sections: { summary: "x".repeat(4001) } }],
  ["without a name", { ...words, name: " " }],
  ["with controls in its name", { ...words, name: "a\u0000b" }],
] as const)("a template %s is refused, and nothing is kept", async ([, input]) => {
  expect((await coordinator.post("/programme/templates", input)).body).toMatchObject({
    refusal: "malformed-request",
  });
  expect((await content()).templates).toEqual([]);
});

test("there are as many as there may be, and no more", async () => {
  await server.open.query(
    `insert into organisation_content (organisation_id, kind, id, version, body, person_id, at)
     select o.id, 'template', '01K0000000000000000000' || to_char(n, 'FM0000'), 1, $1::jsonb,
       (select person_id from membership where staff_role = 'coordinator' and organisation_id = o.id limit 1), now()
     from (select organisation_id as id from clinical_case where id = $2) o, generate_series(1, $3::int) n`,
    [JSON.stringify(words), spine, mostTemplates],
  );
  expect((await content()).templates).toHaveLength(mostTemplates);
  expect((await coordinator.post("/programme/templates", words)).body).toMatchObject({
    refusal: "too-many-templates",
  });
});
