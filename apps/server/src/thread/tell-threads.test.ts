import { createSeededRandom } from "@consilium/foundation";
import { indexDocument, makeAnchor, writeLayer } from "@consilium/workspace";
import { afterAll, beforeAll, expect, test } from "vitest";
import { leadOpinion, oncology, seatOf } from "../testing/demo-cases.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import { stockClient, until } from "../testing/test-socket.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
}, 60_000);
afterAll(() => server.close());

async function told(about: string): Promise<readonly string[]> {
  const { rows } = await server.open.query<{ line: string }>(
    `select n.kind || ' ' || split_part(u.email, '@', 1) as line from notification n join "user" u on u.id = n.person_id
     where n.subject = $1 and u.email like '%@demo.test' order by 1`,
    [about],
  );
  return rows.map(({ line }) => line);
}
const hand = { clock: () => new Date(), random: createSeededRandom(1) };

test("a question on the draft reaches its authors once it rests, an answer whoever asked; an aside to clinicians does not reach the patient", async () => {
  const opinion = await leadOpinion(server.open, oncology);
  const [author, referrer] = await Promise.all([server.as("specialist"), server.as("referrer")]);
  const share = { audience: "care-team", mode: "live", version: null, name: "Live" };
  await author.post(`/cases/${oncology}/opinions/${opinion}/shares`, share);
  const draft = stockClient(author, oncology, "opinion");
  const layerOf = async (login: string, person: typeof author, audience: string) => {
    const seat = await seatOf(server.open, oncology, login);
    return stockClient(person, oncology, `layer.${seat}.opinion.${opinion}.${audience}`);
  };
  const asking = await layerOf("referrer", referrer, "clinicians");
  const answering = await layerOf("specialist", author, "clinicians");
  const clients = [draft, asking, answering];
  await until(() => clients.every(({ provider }) => provider.synced), "all is open");
  const place = makeAnchor(indexDocument(draft.doc), { section: "plain" }, 0, 12);
  if (!place.ok) throw new Error(place.reason);
  const root = writeLayer(asking.doc, hand).addQuestion(place.value, "Is that the left one?");
  const gone = writeLayer(asking.doc, hand).addQuestion(place.value, "Never mind.");
  const comment = writeLayer(asking.doc, hand).addComment(place.value, "Seen.");
  if (!root.ok || !gone.ok || !comment.ok) throw new Error("Not written");
  writeLayer(asking.doc, hand).takeBack(gone.value);
  const authors = ["thread-asked second.specialist", "thread-asked specialist"];
  await expect.poll(() => told(root.value), { timeout: 20_000 }).toEqual(authors);
  writeLayer(answering.doc, hand).reply(root.value, "The right one.");
  writeLayer(asking.doc, hand).addComment(place.value, "Thank you.");
  await expect
    .poll(() => told(root.value), { timeout: 20_000 })
    .toEqual(["thread-answered referrer", ...authors]);
  expect(await told(gone.value)).toEqual([]);
  expect(await told(comment.value)).toEqual([]);
  for (const client of clients) client.stop();
}, 60_000);

test("a question on the story reaches whoever refers and whoever writes the opinion; an answer whoever asked", async () => {
  const [patient, author] = await Promise.all([server.as("patient"), server.as("specialist")]);
  const layerOf = async (login: string, person: typeof author) => {
    const seat = await seatOf(server.open, oncology, login);
    return stockClient(person, oncology, `layer.${seat}.story.everyone`);
  };
  const story = stockClient(patient, oncology, "story");
  const asking = await layerOf("patient", patient);
  const answering = await layerOf("specialist", author);
  const clients = [story, asking, answering];
  await until(() => clients.every(({ provider }) => provider.synced), "all is open");
  const place = makeAnchor(indexDocument(story.doc), { section: "goals" }, 0, 12);
  if (!place.ok) throw new Error(place.reason);
  const root = writeLayer(asking.doc, hand).addQuestion(place.value, "Does that change anything?");
  if (!root.ok) throw new Error("Not written");
  const concerned = ["referrer", "second.specialist", "specialist"].map((login) => `thread-asked ${login}`);
  await expect.poll(() => told(root.value), { timeout: 20_000 }).toEqual(concerned);
  writeLayer(answering.doc, hand).reply(root.value, "It does not.");
  await expect
    .poll(() => told(root.value), { timeout: 20_000 })
    .toEqual(["thread-answered patient", ...concerned]);
  for (const client of clients) client.stop();
}, 60_000);
