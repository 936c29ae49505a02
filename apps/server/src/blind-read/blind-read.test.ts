import { addItem, sectionRoot, writeFragment } from "@consilium/workspace";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { auditOf, leadOpinion, spine } from "../testing/demo-cases.ts";
import { writeAs } from "../testing/signed-opinion.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import type { TestPerson } from "../testing/test-person.ts";
import { stockClient } from "../testing/test-socket.ts";

vi.setConfig({ testTimeout: 60_000 });

const on = `/cases/${spine}`;
/** Given as the reason of a step. */
const pause = "Her surgeon wants to fuse in March";
/** Of the demo's case: what would tell the first opinion. */
const telling = ["fusion or not", "Whether to have the fusion offered", pause];

let server: TestServer;
let blind: TestPerson;
let lead: TestPerson;
let own: string;
let leading: string;
beforeAll(async () => {
  server = await startTestServer();
  blind = await server.as("second.specialist");
  lead = await server.as("spine.specialist");
  await (await server.as("second.patient")).post(`${on}/submission`);
  const coordinator = await server.as("coordinator");
  for (const step of [{ to: "gathering-records" }, { to: "paused", reason: pause }])
    await coordinator.post(`${on}/lifecycle`, step);
  leading = await leadOpinion(server.open, spine);
  own = (await standing()).opinion;
}, 60_000);
afterAll(() => server.close());

const Standing = z.object({ opinion: z.string(), state: z.string(), hidden: z.number() });
const standing = async () => Standing.parse((await blind.ask(`${on}/blind-read`)).body);
const refusalOf = ({ body }: { readonly body: unknown }) =>
  z.object({ refusal: z.string() }).parse(body).refusal;
const finish = (of = own, who = blind) => who.post(`${on}/opinions/${of}/finish`);
const reveal = () => blind.post(`${on}/reveal`);
const Case = z.looseObject({
  title: z.string(),
  decision: z.string().nullable(),
  lifecycle: z.array(z.object({ note: z.string().nullable() })),
  opinions: z.array(z.object({ id: z.string(), state: z.string(), write: z.boolean() })),
});
const caseOf = async (who: TestPerson) => Case.parse((await who.ask(on)).body);

test("before the reveal neither the title, nor the decision, nor the reasons of steps reach who reads blind", async () => {
  const told = (await blind.ask(on)).text + (await blind.ask("/cases")).text;
  const toldLead = (await lead.ask(on)).text + (await lead.ask("/cases")).text;
  for (const words of telling) {
    expect(told).not.toContain(words);
    expect(toldLead).toContain(words);
  }
  const { title, decision, lifecycle } = await caseOf(blind);
  expect([title, decision]).toEqual(["A case that you read blind", null]);
  expect(lifecycle.map(({ note }) => note)).toEqual([null, null, null]);
});

test("they are told how much is hidden, as a number; nobody else is told anything", async () => {
  const { state, hidden } = await standing();
  expect(state).toBe("reading");
  expect(hidden).toBeGreaterThan(2);
  const text = (await blind.ask(`${on}/blind-read`)).text;
  expect(text).not.toContain(leading);
  expect(refusalOf(await lead.ask(`${on}/blind-read`))).toBe("no-right");
});

test("nothing is revealed before the own read is finished, and nothing is finished that is empty or another's", async () => {
  expect(refusalOf(await reveal())).toBe("read-not-finished");
  expect(refusalOf(await finish())).toBe("empty-text");
  expect(refusalOf(await finish(leading))).toBe("no-right");
  expect(refusalOf(await finish(own, lead))).toBe("no-right");
  expect((await caseOf(blind)).opinions).toMatchObject([{ id: own, state: "draft", write: true }]);
});

test("finished, it is closed for good: digest in the audit, no word in it, and still nothing is revealed", async () => {
  await writeAs(
    blind,
    spine,
    `opinion.${own}`,
    // One update: the server has all of it or nothing.
    (doc) =>
      doc.transact(() => {
        writeFragment(doc.getXmlFragment(sectionRoot("question")), {
          type: "doc",
          content: [{ type: "paragraph", content: [{ type: "text", text: "The left L5 root is pressed." }] }],
        });
        addItem(doc, "finding", "01KDVDNA00TN9P6MHT5FWG4VEP");
      }),
    async () => {
      const head = await server.open.query<{ sequence: number }>(
        "select sequence from document where id = $1",
        [`${spine}/opinion.${own}`],
      );
      return (head.rows[0]?.sequence ?? 0) > 0;
    },
  );
  const done = await finish();
  expect(done.status).toBe(200);
  const { digest } = z.object({ digest: z.string().length(64) }).parse(done.body);
  const act = (await auditOf(server.open)).find((row) => row.act === "blind-read.finished");
  expect(act).toMatchObject({ subject: own, body: { digest } });
  expect(JSON.stringify(act)).not.toContain("root is pressed");
  expect((await standing()).state).toBe("finished");
  expect((await caseOf(blind)).opinions).toMatchObject([{ id: own, state: "locked", write: false }]);
  expect((await blind.ask(on)).text).not.toContain("fusion or not");
  expect(refusalOf(await finish())).toBe("already-so");
});

test("what is still typed into it goes nowhere", async () => {
  const digestOf = async () =>
    (
      await server.open.query("select sequence, encode(frozen_digest, 'hex') from document where id = $1", [
        `${spine}/opinion.${own}`,
      ])
    ).rows;
  const before = await digestOf();
  const client = stockClient(blind, spine, `opinion.${own}`, { ack: "1" });
  await vi.waitFor(() => expect(client.provider.synced).toBe(true), 10_000);
  client.doc.getMap("items").delete("01KDVDNA00TN9P6MHT5FWG4VEP");
  await new Promise((resolve) => setTimeout(resolve, 500));
  client.stop();
  expect(await digestOf()).toEqual(before);
});

test("then it is revealed once; the first opinion, the title and the reasons are there, and the own read stays closed", async () => {
  expect((await reveal()).status).toBe(200);
  const told = (await blind.ask(on)).text;
  for (const words of telling) expect(told).toContain(words);
  const { opinions } = await caseOf(blind);
  expect(opinions).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ id: leading }),
      expect.objectContaining({ id: own, state: "locked", write: false }),
    ]),
  );
  expect(await standing()).toMatchObject({ state: "revealed", hidden: 0 });
  expect(refusalOf(await reveal())).toBe("no-right");
  expect(refusalOf(await finish())).toBe("no-right");
  const acts = (await auditOf(server.open)).map(({ act }) => act);
  expect(acts.lastIndexOf("blind-read.finished")).toBeLessThan(acts.lastIndexOf("seat.revealed"));
});
