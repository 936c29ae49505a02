import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { isUnit } from "@consilium/interchange/units";
import { fhirFaults, pdfFacts } from "@consilium/report/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { oncology, seatOf } from "../testing/demo-cases.ts";
import { signOncology } from "../testing/signed-opinion.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import { takeAlong, type TakenAlong } from "../testing/taken-along.ts";

const why = "The images were of somebody else.";
const Known = z.object({
  items: z.array(
    z.looseObject({
      id: z.string(),
      code: z.string(),
      state: z.string(),
      own: z.looseObject({ changeSeen: z.string().nullable() }),
      receipts: z.array(z.looseObject({ seat: z.string(), acknowledged: z.string().nullable() })),
    }),
  ),
});

let server: TestServer;
let place: string;
/** Of a report that stood, and of the same one after it was retracted. */
let old: TakenAlong;
let young: TakenAlong;
let id: string;
let code: string;
let readers: readonly string[];

const knownTo = async (login: string) => {
  const { body } = await (await server.as(login)).ask(`/cases/${oncology}/reports`);
  return Known.parse(body).items;
};

beforeAll(async () => {
  server = await startTestServer();
  place = await mkdtemp(join(tmpdir(), "changed-"));
  const author = await server.as("specialist");
  ({ report: id } = await signOncology(server, author));
  // Nobody opens it in the app: whoever has it has it from the package.
  old = await takeAlong(server, place, "referrer", oncology);
  const [report] = await knownTo("specialist");
  code = report?.code ?? "";
  readers = report?.receipts.map(({ seat }) => seat) ?? [];
  const path = `/cases/${oncology}/reports/${id}/retraction`;
  await author.post(path, { reason: why });
  young = await takeAlong(server, place, "referrer", oncology);
}, 300_000);
afterAll(async () => {
  await server.close();
  await rm(place, { recursive: true });
});

async function saidOf({ path }: TakenAlong): Promise<string> {
  const command = new URL(import.meta.resolve("@consilium/exchange/verify"));
  const { stdout } = await promisify(execFile)(process.execPath, [
    new URL("command.ts", command).pathname,
    path,
  ]);
  return stdout;
}

test("whoever takes the case along has the report: they are told when it is retracted, and asked to say that they know", async () => {
  const own = await seatOf(server.open, oncology, "referrer");
  expect(readers).toEqual([own]);
  const { rows } = await server.open.query<{ kind: string; seat: string }>(
    "select kind, seat_id as seat from notification where case_id = $1 and kind = 'report-changed'",
    [oncology],
  );
  expect(rows).toEqual([{ kind: "report-changed", seat: own }]);
  expect(await knownTo("referrer")).toMatchObject([{ state: "retracted", own: { changeSeen: null } }]);
});

test("an old package says that the report stood then and where to ask; there it is retracted", async () => {
  const said = await saidOf(old);
  const check = `${server.origin}/v/${code}`;
  expect(said).toContain(`Report 1, ${code}: stood when it was taken along.`);
  expect(said).toContain(`Whether it stands today: "${check}"`);
  expect(said).toContain(
    "All is as it was exported. What was corrected or retracted since, no package can know.",
  );
  expect(await old.textOf("report/1.html")).toContain(
    `Whether it still stands, or was corrected or taken back since, can be seen at ${check.replace("http://", "")}.`,
  );
  const asked = await fetch(`${server.origin}/api/check/${code}`);
  expect(await asked.json()).toMatchObject({ items: [{ version: 1, state: "retracted" }] });
}, 60_000);

test("a package that is taken after it says so: to whoever proves it, on the page, on paper and in FHIR", async () => {
  expect((await young.verify()).faults).toEqual([]);
  const said = await saidOf(young);
  expect(said).toMatch(
    new RegExp(`Report 1, ${code}: had been retracted on "20[^"]+"\\. Do not rely on it\\.`),
  );
  expect(said).toContain("1 of its 1 signed reports no longer stood even then.");
  const page = await young.textOf("report/1.html");
  expect(page).toContain(`Do not rely on it. Why: ${why}`);
  expect(page).toMatch(
    /"unchanged":"Unchanged since it was signed, and retracted [^"]+: do not rely on it\./,
  );
  const { texts } = await pdfFacts(await young.bytesOf("report/1.pdf"));
  expect(texts[0]).toContain(why);
  for (const sheet of texts) expect(sheet).toContain(", retracted");
  expect(await young.textOf("report/1.json")).toBe(await old.textOf("report/1.json"));
}, 60_000);

test("the files that are downloaded one by one say it too", async () => {
  const reader = await server.as("referrer");
  const take = async (form: string) => {
    const at = `${server.origin}/api/cases/${oncology}/reports/${id}/${form}`;
    const response = await fetch(at, { headers: { cookie: reader.cookie } });
    return Buffer.from(await response.arrayBuffer());
  };
  expect((await pdfFacts(await take("pdf"))).texts[0]).toContain(why);
  expect((await take("html")).toString()).toContain(`Why: ${why}`);
  expect(JSON.parse((await take("fhir")).toString())).toMatchObject({ type: "document" });
}, 60_000);

// Last: they take the thread for so long that connections which are kept open end meanwhile.
test("the FHIR document is entered in error, and so is the report in the case; the validators find nothing", async () => {
  const document = JSON.parse(await young.textOf("report/1.fhir.json"));
  expect(document.entry[0].resource).toMatchObject({
    resourceType: "Composition",
    status: "entered-in-error",
  });
  expect(JSON.parse(await old.textOf("report/1.fhir.json")).entry[0].resource.status).toBe("final");
  for (const text of [young.bundle, JSON.stringify(document)])
    expect(fhirFaults(JSON.parse(text), isUnit)).toEqual([]);
  expect(young.bundle).toMatch(/"docStatus":\s*"entered-in-error"/);
}, 200_000);
