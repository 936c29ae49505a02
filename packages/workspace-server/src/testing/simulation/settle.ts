import { contentOf } from "@consilium/workspace/testing";
import * as Y from "yjs";
import { createContent } from "../../admission/admitted-content.ts";
import { documentId } from "../../durable-log/load-document.ts";
import { breathe, caseId, opinionName } from "../test-ports.ts";
import type { Desk } from "./desk.ts";
import { connect, judgeClosings } from "./happenings.ts";
import { documents } from "./people.ts";
import { catchUp, judgeSaved } from "./watch.ts";
import { committedOf, type World } from "./world.ts";

const mostTurns = 300;
/** More than the longest way of a question through the database and back. */
const quietTurns = 12;

/** Everything works again, and everybody who may be there is there, until nothing is on its way. */
export async function settle(world: World): Promise<void> {
  world.log.misfortunes.length = 0;
  world.slow = 0;
  for (const { store } of world.processes) store.isReachable = true;
  let quiet = 0;
  for (let turn = 0; turn < mostTurns && quiet < quietTurns; turn += 1) {
    const moved = await takeTurn(world, turn);
    quiet = moved ? 0 : quiet + 1;
  }
  if (quiet < quietTurns) world.wrongs.push("it does not come to rest");
  catchUp(world);
}

async function takeTurn(world: World, turn: number): Promise<boolean> {
  const { deliveries } = world.tally;
  let moved = false; // Carets and places are told again and again, and change nothing.
  for (const { server } of world.processes) {
    void server.lookAgain(turn % 2 === 0 ? undefined : caseId);
    void server.tick();
  }
  for (const desk of world.desks) {
    if (!desk.client.connected() && mayRead(world, desk)) connect(world, desk);
    while (desk.client.deliverUp()) moved = true;
    await breathe(12);
    while (desk.client.deliverDown());
    judgeClosings(world, desk);
  }
  for (const answer of world.held.splice(0)) answer();
  await breathe(12);
  return moved || world.tally.deliveries > deliveries;
}

const rightsOf = ({ book }: World, { person, document }: Desk) =>
  book.allowed(book.visitorOf(person).seat, document);
const mayRead = (world: World, desk: Desk): boolean => rightsOf(world, desk).read;

/** All who may read are there and see the same, nothing is pending, and what was written is saved or its author's late draft. */
export function judgeEnd(world: World): void {
  for (const document of documents) judgeDocument(world, document);
  for (const desk of world.desks) {
    const wrong = whatIsWrongAt(world, desk);
    if (wrong) world.wrongs.push(`at the end ${desk.person} ${wrong} (${desk.document})`);
  }
}

/** The rows leave nothing pending, and what the next load would give is what they give. */
function judgeDocument(world: World, document: string): void {
  const { doc } = committedOf(world, document);
  const { snapshot, updates } = world.log.ledger(documentId(caseId, document));
  if (isPending(doc)) world.wrongs.push(`the rows of ${document} lack something`);
  if (!snapshot) return;
  const loaded = createContent();
  for (const bytes of [snapshot.content, ...updates.slice(snapshot.sequence).map((row) => row.bytes)])
    Y.applyUpdate(loaded, bytes);
  if (contentOf(loaded) !== contentOf(doc))
    world.wrongs.push(`the snapshot of ${document} is of something else`);
}

const isPending = ({ store }: Y.Doc): boolean => store.pendingStructs !== null || store.pendingDs !== null;

function whatIsWrongAt(world: World, desk: Desk): string | undefined {
  const { client, document } = desk;
  const { read, write } = rightsOf(world, desk);
  if (!read) return client.connected() ? "is there and may not" : undefined;
  if (desk.isDone) return undefined;
  if (!client.connected()) return "is not there and may";
  const { doc } = client;
  const committed = committedOf(world, document);
  if (isPending(doc)) return "has something pending";
  if (!committed.isContainedIn(doc)) return "lacks something";
  judgeSaved(world, desk);
  if (desk.isWriter && write && !client.saved()) return "waits for “saved”";
  if (isLate(world, desk) && !client.saved() && !client.keptLate()) return "waits for “late”";
  if (!desk.isWriter && !committed.contains(doc)) return "holds what is not committed";
  // Whoever may not write any more still sees what they had not sent.
  if (!committed.contains(doc)) return write ? "holds what is not committed" : undefined;
  return contentOf(doc) === contentOf(committed.doc) ? undefined : "sees something else";
}

/** Somebody of the app who wrote the opinion until it was signed: what they had not sent is their late draft (SY-22). */
function isLate({ book }: World, { app, isWriter, person, document }: Desk): boolean {
  const [opinion] = book.facts().opinions;
  const { seat } = book.visitorOf(person);
  return (
    app !== undefined &&
    isWriter &&
    document === opinionName &&
    opinion?.state === "signed" &&
    opinion.authors.includes(seat)
  );
}
