import { setItemField } from "@consilium/workspace";
import { expect, vi } from "vitest";
import { z } from "zod";
import { leadOpinion, oncology, seatOf } from "./demo-cases.ts";
import type { TestServer } from "./start-test-server.ts";
import { password } from "./test-configuration.ts";
import type { TestPerson } from "./test-person.ts";
import { stockClient } from "./test-socket.ts";

const Sheet = z.object({
  basis: z.string(),
  open: z.array(
    z.object({
      key: z.string(),
      rule: z.string(),
      level: z.string(),
      target: z.object({ item: z.string().optional() }),
    }),
  ),
});

/** Writes into a document as somebody would, and waits until `isThere` says that the server has it. */
export async function writeAs(
  who: TestPerson,
  caseId: string,
  document: string,
  change: (doc: ReturnType<typeof stockClient>["doc"]) => void,
  isThere: () => Promise<boolean>,
): Promise<void> {
  const client = stockClient(who, caseId, document, { ack: "1" });
  await vi.waitFor(() => expect(client.provider.synced).toBe(true), 60_000);
  change(client.doc);
  await vi.waitFor(async () => expect(await isThere()).toBe(true), 60_000);
  client.stop();
}

/** The demo's oncology opinion, signed with its ceremony; `shown`: what its author shows then. Gives the ids of the opinion and its report. */
export async function signOncology(
  server: TestServer,
  author: TestPerson,
  shown: () => object = () => ({ password }),
): Promise<{ readonly opinion: string; readonly report: string }> {
  const opinion = await leadOpinion(server.open, oncology);
  const path = `/cases/${oncology}/opinions/${opinion}/signing`;
  const sheet = async () => Sheet.parse((await author.ask(path)).body);
  const must = async () => (await sheet()).open.filter(({ level }) => level === "must");
  const seat = await seatOf(server.open, oncology, "referrer");
  const items = (await must()).map(({ target }) => target.item ?? "");
  await writeAs(
    author,
    oncology,
    `opinion.${opinion}`,
    (doc) => items.forEach((item) => setItemField(doc, item, "owner", seat)),
    async () => (await must()).length === 0,
  );
  const { basis, open } = await sheet();
  const reasons = open.map(({ key }) => ({ key, reason: "Looked at, and left so." }));
  const answer = await author.post(path, { basis, reasons, ...shown() });
  const { report } = z.object({ report: z.string() }).parse(answer.body);
  return { opinion, report };
}
