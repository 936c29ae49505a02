import { createSeededRandom } from "@consilium/foundation";
import { type Anchor, indexDocument, makeAnchor, writeLayer } from "@consilium/workspace";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import { z } from "zod";
import { leadOpinion, oncology, seatOf } from "../testing/demo-cases.ts";
import { startTestServer, type TestServer } from "../testing/start-test-server.ts";
import { framesOf, openMany, stockClient, type TestSocket, until } from "../testing/test-socket.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
}, 60_000);
afterAll(() => server.close());

const hints = (socket: TestSocket) =>
  framesOf(socket).flatMap((frame) => (frame.kind === "changed" ? [frame.what] : []));
/** The case is to be asked again, and nothing is said of why. */
const hint = { documents: [], seats: false, case: true };

const Detail = z.object({
  opinions: z.array(z.object({ version: z.int().nullable(), newerBeingWritten: z.boolean() })),
});
const Threads = z.object({ items: z.array(z.object({ body: z.string().optional() }).loose()) });

/** The first words of a section, as an author's client anchors a remark on them. */
function anchorIn(doc: Y.Doc, section: "plain"): Anchor {
  const anchor = makeAnchor(indexDocument(doc), { section }, 0, 12);
  if (!anchor.ok) throw new Error(anchor.reason);
  return anchor.value;
}

test("whoever was given a version is told of a remark that they may read and that the draft goes on, and of nothing else", async () => {
  const author = await server.as("specialist");
  const patient = await server.as("patient");
  const opinion = await leadOpinion(server.open, oncology);
  const on = `/cases/${oncology}/opinions/${opinion}`;
  const shared = await author.post(`${on}/shares`, { audience: "patient", mode: "version", name: "For you" });
  expect(shared.status).toBe(201);
  const detail = async () => Detail.parse((await patient.ask(`/cases/${oncology}`)).body).opinions[0];
  const n = (await detail())?.version;
  expect(await detail()).toEqual({ version: n, newerBeingWritten: false });
  const threads = async () => Threads.parse((await patient.ask(`${on}/versions/${n}/threads`)).body).items;
  const { socket } = await openMany(patient, oncology, ["story"]);
  const seen = await threads();
  const before = hints(socket).length;
  const since = () => hints(socket).slice(before);

  const draft = stockClient(author, oncology, "opinion");
  const seat = await seatOf(server.open, oncology, "specialist");
  const layer = (audience: string) =>
    stockClient(author, oncology, `layer.${seat}.opinion.${opinion}.${audience}`);
  const [aside, remarks] = [layer("clinicians"), layer("everyone")];
  await until(() => [draft, aside, remarks].every(({ provider }) => provider.synced), "all is open");
  const hand = { clock: () => new Date(), random: createSeededRandom(1) };
  writeLayer(aside.doc, hand).addComment(anchorIn(draft.doc, "plain"), "Between us.");
  writeLayer(remarks.doc, hand).addComment(anchorIn(draft.doc, "plain"), "Ask me about this.");
  await until(() => since().length > 0, "the patient is told");
  expect(await threads()).toHaveLength(seen.length + 1);
  expect(since()).toEqual([hint]);

  const paragraph = new Y.XmlElement("paragraph");
  const text = new Y.XmlText();
  paragraph.insert(0, [text]);
  draft.doc.getXmlFragment("s.plain").push([paragraph]);
  await until(() => since().length === 2, "the patient is told that it goes on");
  expect(await detail()).toEqual({ version: n, newerBeingWritten: true });
  await threads();
  for (const letter of "Word by word") text.insert(text.length, letter);
  writeLayer(remarks.doc, hand).addComment(anchorIn(draft.doc, "plain"), "And about this.");
  await until(() => since().length === 3, "the next remark");
  expect(await threads()).toHaveLength(seen.length + 2);

  const again = await author.post(`${on}/shares`, { audience: "patient", mode: "version", name: "Newer" });
  expect(again.status).toBe(201);
  await until(() => since().length >= 4, "there is a newer one");
  expect((await detail())?.version).toBeGreaterThan(n ?? 0);
  for (const client of [draft, aside, remarks]) client.stop();
  socket.close();
}, 60_000);
