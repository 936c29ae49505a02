import type { Report } from "@consilium/report";
import { sectionRoot, writeFragment } from "@consilium/workspace";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { codeOf, stepAt } from "../identity/totp.ts";
import { auditOf, oncology } from "../testing/demo-cases.ts";
import { signOncology, writeAs } from "../testing/signed-opinion.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import { password } from "../testing/test-configuration.ts";
import type { TestPerson } from "../testing/test-person.ts";

vi.setConfig({ testTimeout: 60_000 });

const on = `/cases/${oncology}`;

let server: TestServer;
let author: TestPerson;
let report: string;
beforeAll(async () => {
  server = await startTestServer();
  author = await server.as("specialist");
  const secret = await setUpApp(author);
  ({ report } = await signOncology(server, author, () => ({ code: codeOf(secret, stepAt(new Date())) })));
}, 60_000);
afterAll(() => server.close());

/** Confirmed with the code of the step before now: the one of now can still be shown. */
async function setUpApp(who: TestPerson): Promise<Buffer> {
  const begun = await who.post("/session/authenticator", { password });
  const secret = fromBase32(z.object({ secret: z.string() }).parse(begun.body).secret);
  const code = codeOf(secret, stepAt(new Date()) - 1);
  expect((await who.post("/session/authenticator/confirmation", { code })).status).toBe(201);
  return secret;
}

function fromBase32(letters: string): Buffer {
  const bits = Array.from(letters)
    .map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((octet) => Number.parseInt(octet, 2)));
}

const formOf = async (form: string) => (await author.ask(`${on}/reports/${report}/${form}`)).text;
const words = (base64: string) => Buffer.from(base64, "base64").toString();
const reportShape = z.custom<Report>((value) => typeof value === "object" && value !== null);

test("who signed with a code of their app has it in the signed report and in the audit, not a password", async () => {
  const read = await author.ask(`${on}/reports/${report}`);
  const { signers } = z.looseObject({ report: reportShape }).parse(read.body).report;
  expect(signers.map(({ shownBy }) => shownBy)).toEqual(["code"]);
  const signed = (await auditOf(server.open)).find(({ act }) => act === "report.signed");
  expect(signed?.body).toMatchObject({ shownBy: "code" });
});

const Signatures = z.array(z.object({ data: z.string() })).length(1);

test("the evidence in FHIR and in the page that checks itself says so, and the page prints it", async () => {
  const { entry } = z
    .object({ entry: z.array(z.object({ resource: z.looseObject({ resourceType: z.string() }) })) })
    .parse(JSON.parse(await formOf("fhir")));
  const provenance = entry.find(({ resource }) => resource.resourceType === "Provenance")?.resource;
  const page = await formOf("html");
  const [, payload = ""] = /data-sha256="\w+">(.*?)<\/script>/s.exec(page) ?? [];
  const inFile = z.object({ signatures: Signatures }).parse(JSON.parse(payload)).signatures;
  for (const { data } of [...Signatures.parse(provenance?.["signature"]), ...inFile])
    expect(words(data)).toMatch(
      /^code of an authenticator app shown to the server, .*, sha-256 [0-9a-f]{64}$/,
    );
  expect(page).toContain("Shown by a code of their authenticator app");
  expect(page).not.toMatch(/password/i);
});

test("an addendum keeps how its author showed themselves, apart from the report", async () => {
  const begun = await author.post(`${on}/reports/${report}/addenda`, { late: false });
  const { addendum } = z.object({ addendum: z.string() }).parse(begun.body);
  const path = `${on}/addenda/${addendum}/signing`;
  const sheet = async () =>
    z.object({ basis: z.string(), words: z.number() }).parse((await author.ask(path)).body);
  const content = [{ type: "paragraph", content: [{ type: "text", text: "The MRI arrived." }] }];
  await writeAs(
    author,
    oncology,
    `addendum.${addendum}`,
    (doc) => writeFragment(doc.getXmlFragment(sectionRoot("text")), { type: "doc", content }),
    async () => (await sheet()).words > 0,
  );
  expect((await author.post(path, { basis: (await sheet()).basis, password })).status).toBe(201);
  const page = await formOf("html");
  expect(page).toContain("Shown by a code of their authenticator app");
  expect(page).toContain("Shown by their password");
});
