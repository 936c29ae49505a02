import { createDocumentLog, documentId, documentsOfCase, readLateDrafts } from "@consilium/database";
import { itemsOf, plainTextOf, readFragment } from "@consilium/workspace";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { z } from "zod";
import { readContent } from "../document/read-content.ts";
import { cardiology, leadOpinion, oncology, seatOf, spine } from "../testing/demo-cases.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import { personWith } from "../testing/test-person.ts";
import { askForAll, knock, openMany, stockClient, until } from "../testing/test-socket.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
}, 60_000);
afterAll(() => server.close());

const log = () => createDocumentLog({ open: server.open, keys: server.keys });
const contentOf = (caseId: string, name: string) => readContent({ log: log() }, `${caseId}/${name}`);

/** Columns: story, story.prior, referral, referral.prior, the lead opinion, its workpad. w, r, or - for 4403. */
const expected: readonly (readonly [caseName: string, caseId: string, login: string, rights: string])[] = [
  ["oncology", oncology, "patient", "rrrr--"],
  ["oncology", oncology, "referrer", "rrwwr-"],
  ["oncology", oncology, "specialist", "rrrrww"],
  ["oncology", oncology, "second.specialist", "rrrrww"],
  ["oncology", oncology, "coordinator", "rrrr--"],
  ["cardiology", cardiology, "patient", "rrrr--"],
  ["cardiology", cardiology, "referrer", "rrrrr-"],
  ["cardiology", cardiology, "specialist", "rrrrr-"],
  ["cardiology", cardiology, "second.specialist", "rrrrr-"],
  ["cardiology", cardiology, "coordinator", "rrrrr-"],
  ["spine", spine, "second.patient", "wwrr--"],
  ["spine", spine, "spine.specialist", "rrrrww"],
  ["spine", spine, "second.specialist", "r-r---"],
  ["spine", spine, "coordinator", "wwwr--"],
];
const letters = new Map<unknown, string>([
  ["write", "w"],
  ["read", "r"],
  [4403, "-"],
]);

describe("the rights of docs/rights.md at both doors", () => {
  test.for(expected)("%s: %s %s: %s", async ([, caseId, login, rights]) => {
    const person = await server.as(login);
    const opinion = await leadOpinion(server.open, caseId);
    const names = [
      "story",
      "story.prior",
      "referral",
      "referral.prior",
      `opinion.${opinion}`,
      `workpad.${opinion}`,
    ];
    const { entries, socket } = await openMany(person, caseId, names);
    const seen = names.map((name) => letters.get(entries[name]) ?? entries[name]);
    expect(seen.join("")).toBe(rights);
    socket.close();
    for (const [index, name] of names.entries()) {
      const plain = await knock(person, `/sync/${caseId}/${name}`);
      askForAll(plain);
      const closing = plain.closed.then(({ code, reason }) => `${code} ${reason}`);
      const speaking = async () => {
        await until(() => plain.messages.length > 0, `${name} speaks`);
        return "speaks";
      };
      const refused = rights[index] === "-";
      expect([name, await (refused ? closing : speaking())]).toEqual([
        name,
        refused ? "4403 no-right" : "speaks",
      ]);
      plain.close();
    }
  });

  test("[SY-16] strangers, other cases, other documents and ended sessions are let in and told why at once", async () => {
    const patient = await server.as("patient");
    const foreign = await server.as("spine.specialist");
    const unknown = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
    const doors = [
      [personWith(server.origin, ""), `/sync/${oncology}/story`, 4401],
      [foreign, `/sync/${oncology}/story`, 4404],
      [patient, `/sync/${unknown}/story`, 4404],
      [patient, `/sync/nonsense/story`, 4404],
      [patient, `/sync/${oncology}/a/b`, 4404],
      [patient, `/sync/${oncology}/nonsense`, 4404],
      [patient, `/sync/${oncology}/story?seat=${unknown}`, 4403],
      [patient, `/sync/${oncology}/layer.${unknown}.story.private`, 4403],
      [foreign, `/sync/${oncology}`, 4404],
    ] as const;
    for (const [who, path, code] of doors) {
      const socket = await knock(who, path);
      expect([path, (await socket.closed).code]).toEqual([path, code]);
      expect(socket.messages).toEqual([]);
    }
    await expect(
      knock(patient, `/sync/${oncology}/story`, { origin: "https://elsewhere.test" }),
    ).rejects.toThrow("403");
  });

  test("a version opens no socket, but its text over HTTP", async () => {
    const proxy = await server.as("patient");
    const opinion = await leadOpinion(server.open, cardiology);
    const socket = await knock(proxy, `/sync/${cardiology}/opinion`);
    expect(await socket.closed).toEqual({ code: 4403, reason: "no-right" });
    const version = await proxy.ask(`/cases/${cardiology}/opinions/${opinion}/versions/1`);
    expect(version.body).toMatchObject({ n: 1, sections: expect.any(Object), state: expect.any(String) });
  });
});

/** Sentences of the draft, long enough to be nobody else's, and the quotes of others' layers on it. */
async function secretsOf(caseId: string): Promise<readonly string[]> {
  const opinion = await leadOpinion(server.open, caseId);
  const content = await contentOf(caseId, `opinion.${opinion}`);
  const roots = [...content.share.keys()].filter((root) => root.startsWith("s."));
  const texts = roots.map((root) => plainTextOf(readFragment(content.getXmlFragment(root))));
  const layers = (await documentsOfCase(server.open.database, caseId)).filter(({ name }) =>
    name.includes(`.opinion.${opinion}.`),
  );
  const bodies: string[] = [];
  for (const { name } of layers) {
    for (const annotation of (await contentOf(caseId, name)).getMap("a").values()) {
      const body = annotation instanceof Y.Map ? annotation.get("body") : undefined;
      if (typeof body === "string") bodies.push(body);
    }
  }
  const deleted = "Three metastases remain. A right hepatectomy with portal vein embolisation";
  const story = await contentOf(caseId, "story");
  const asked = itemsOf(story, "question").map(({ rich }) => plainTextOf(readFragment(rich("text"))));
  return (
    [...texts, ...bodies, deleted]
      .flatMap((text) => text.split(/(?<=[.?!])\s+|\n/))
      .map((sentence) => sentence.trim())
      // Where the draft repeats a question, those are the patient's own words.
      .filter((sentence) => sentence.length > 40 && !asked.some((question) => question.includes(sentence)))
  );
}

const words = (messages: readonly Uint8Array[]) =>
  messages.map((bytes) => Buffer.from(bytes).toString("utf8")).join("\n");

/** Every byte that reaches somebody's device who looks at all that the app looks at. */
async function everythingFor(login: string, during: () => Promise<void>): Promise<string> {
  const person = await server.as(login);
  const opinion = await leadOpinion(server.open, oncology);
  const documents = (await documentsOfCase(server.open.database, oncology)).map(({ name }) => name);
  const { socket } = await openMany(person, oncology, [...documents, "opinion"]);
  const plain = await Promise.all(
    [...documents, "opinion"].map((name) => knock(person, `/sync/${oncology}/${name}`)),
  );
  for (const one of plain) askForAll(one);
  await during();
  const on = `/cases/${oncology}`;
  const paths = ["/session", "/cases", on, `${on}/records`, `${on}/imports`, `${on}/late-drafts`];
  const parts = ["versions", "versions/1", "versions/1/threads", "history", "history/scrubber"];
  const ofOpinion = [...parts, "history/difference?from=0&to=9", "sharing?audience=patient"];
  const answers = [];
  for (const path of [...paths, ...ofOpinion.map((part) => `${on}/opinions/${opinion}/${part}`)])
    answers.push((await person.ask(path)).text);
  const told = words([...socket.messages, ...plain.flatMap(({ messages }) => messages)]);
  for (const one of [socket, ...plain]) one.close();
  return `${told}\n${answers.join("\n")}`;
}

test("before it is shared, no byte of the draft, its comments, its past or its readers reaches the patient", async () => {
  const secrets = await secretsOf(oncology);
  expect(secrets.length).toBeGreaterThan(50);
  const author = stockClient(await server.as("specialist"), oncology, "opinion");
  await until(() => author.provider.synced, "the draft is open");
  const witness = stockClient(await server.as("referrer"), oncology, "opinion");
  await until(() => witness.provider.synced, "the referrer reads along");
  const marker = "Unspoken as yet: zirconium";
  const write = async () => {
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText(marker)]);
    author.doc.getXmlFragment("s.assessment").push([paragraph]);
    author.provider.awareness.setLocalStateField("cursor", { anchor: null, head: null });
    await until(() => words(witness.messages).includes(marker), "the referrer has it");
  };
  const received = await everythingFor("patient", write);
  expect(words(witness.messages)).toContain("Hallström");
  expect(received).not.toContain(marker);
  expect(
    secrets.filter(
      (secret) => received.includes(secret) || received.includes(JSON.stringify(secret).slice(1, -1)),
    ),
  ).toEqual([]);
  const opinion = await leadOpinion(server.open, oncology);
  // Not even that there is one: neither its name nor its layers'.
  expect(received).not.toContain(opinion);
  author.stop();
  witness.stop();
}, 60_000);

describe("who loses a right while connected", () => {
  test("[SY-20] is cut off when a share is taken back, and hears nothing more; who had opened it is known", async () => {
    const opinion = await leadOpinion(server.open, oncology);
    const specialist = await server.as("specialist");
    const on = `/cases/${oncology}/opinions/${opinion}`;
    const shared = await specialist.post(`${on}/shares`, { audience: "patient", mode: "live" });
    expect(shared.status).toBe(201);
    const reader = stockClient(await server.as("patient"), oncology, "opinion");
    await until(() => reader.provider.synced, "the patient reads");
    const preview = await specialist.ask(`${on}/sharing?audience=patient`);
    expect(preview.body).toMatchObject({ openedBy: [await seatOf(server.open, oncology, "patient")] });
    const { share } = z.object({ share: z.string() }).parse(shared.body);
    const ended = await specialist.ask(`${on}/shares/${share}`, { method: "DELETE" });
    expect(ended.body).toEqual({ ended: share });
    // Told before the command answered: nobody waits for a second.
    await until(() => reader.closings.includes(4403), "the socket closes");
    const heard = reader.messages.length;
    const author = stockClient(specialist, oncology, "opinion");
    await until(() => author.provider.synced, "the author writes on");
    author.doc.getXmlFragment("s.assessment").push([new Y.XmlElement("paragraph")]);
    const witness = stockClient(await server.as("referrer"), oncology, "opinion");
    await until(() => witness.provider.synced, "others read it");
    expect(reader.messages.length).toBe(heard);
    for (const client of [reader, author, witness]) client.stop();
  });

  test("[SY-20] has nothing committed after their seat ended, however fast they write", async () => {
    const seat = await seatOf(server.open, oncology, "second.specialist");
    const writer = stockClient(await server.as("second.specialist"), oncology, "opinion");
    await until(() => writer.provider.synced, "the second author is in");
    const paragraph = new Y.XmlElement("paragraph");
    const text = new Y.XmlText();
    paragraph.insert(0, [text]);
    writer.doc.getXmlFragment("s.assessment").push([paragraph]);
    const writes = new AbortController();
    const writing = (async () => {
      while (!writes.signal.aborted) {
        text.insert(text.length, "word ");
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    const rows = async () => {
      const { rows: found } = await server.open.query<{ n: string }>(
        "select count(*) as n from update_log where seat_id = $1",
        [seat],
      );
      return Number(found[0]?.n);
    };
    const before = await rows();
    await expect.poll(rows, { timeout: 15_000 }).toBeGreaterThan(before);
    const coordinator = await server.as("coordinator");
    const ended = await coordinator.post(`/cases/${oncology}/seats/${seat}/end`);
    const committed = await rows();
    expect(ended.status).toBe(200);
    await until(() => writer.closings.includes(4403), "the socket closes");
    writes.abort();
    await writing;
    expect(await rows()).toBe(committed);
    expect((await (await server.as("second.specialist")).ask(`/cases/${oncology}`)).body).toMatchObject({
      refusal: "seat-ended",
    });
    writer.stop();
  });

  test("is cut off everywhere when they sign out", async () => {
    const person = await server.as("coordinator");
    const plain = await knock(person, `/sync/${oncology}/story`);
    const many = await knock(person, `/sync/${oncology}`, { protocol: "consilium.v1" });
    const headers = { origin: server.origin };
    expect((await person.ask("/auth/sign-out", { method: "POST", headers, body: {} })).status).toBe(200);
    expect([(await plain.closed).code, (await many.closed).code]).toEqual([4401, 4401]);
  });
});

test("[SY-22] what an author wrote offline and sends after the freeze is kept, theirs alone to read, and deleted when they say so", async () => {
  const author = await server.as("spine.specialist");
  const opinion = await leadOpinion(server.open, spine);
  const document = documentId(spine, `opinion.${opinion}`);
  const client = stockClient(author, spine, "opinion");
  await until(() => client.provider.synced, "the draft is open");
  client.provider.disconnect();
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText("Thought of on the train")]);
  client.doc.getXmlFragment("s.assessment").push([paragraph]);
  const { sequence } = await log().load(document);
  const inputs = [{ document, sequence }];
  const frozen = await log().freeze({ document, inputs, digest: "00".repeat(32), at: new Date() });
  expect(frozen.outcome).toBe("frozen");
  client.provider.connect();
  const drafts = async () => (await readLateDrafts(server.open.pool, server.keys, document)).length;
  await expect.poll(drafts, { timeout: 15_000 }).toBeGreaterThan(0);
  const mine = await author.ask(`/cases/${spine}/late-drafts`);
  expect(mine.body).toMatchObject({
    items: [
      {
        document: `opinion.${opinion}`,
        sections: [{ root: "s.assessment", text: "Thought of on the train" }],
      },
    ],
  });
  expect((await author.ask(`/cases/${spine}`)).body).toMatchObject({ lateDrafts: expect.any(Number) });
  const other = await server.as("second.specialist");
  expect((await other.ask(`/cases/${spine}/late-drafts`)).body).toEqual({ items: [] });
  const { items } = z.object({ items: z.array(z.object({ through: z.int() })) }).parse(mine.body);
  const path = `/cases/${spine}/late-drafts/opinion.${opinion}?through=${items[0]?.through}`;
  expect((await other.ask(path, { method: "DELETE" })).body).toMatchObject({ refusal: "no-such-draft" });
  expect((await author.ask(path, { method: "DELETE" })).body).toEqual({ deleted: expect.any(Number) });
  expect((await author.ask(`/cases/${spine}/late-drafts`)).body).toEqual({ items: [] });
  client.stop();
});
