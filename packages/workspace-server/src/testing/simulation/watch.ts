import { documentId } from "../../durable-log/load-document.ts";
import { caseId } from "../test-ports.ts";
import type { Desk } from "./desk.ts";
import { followLog } from "./follow-steps.ts";
import { documents } from "./people.ts";
import { committedOf, type World } from "./world.ts";

/** Reads on in the log: nothing in it is by anybody who might not write that at that moment (SY-20). */
export function catchUp(world: World): void {
  followLog(world);
  world.clock.moment += 1;
  for (const document of documents)
    committedOf(world, document).catchUp(({ seat, sequence }) => {
      world.tally.committed += 1;
      const isSeed = seat === "";
      if (!isSeed && !world.book.allowed(seat, document).write)
        world.wrongs.push(`row ${sequence} of ${document} is by ${seat}, which might not write it`);
    });
}

/** A command of the case: at a moment of its own, with the authority of every document raised. */
export function command(world: World, change: () => void): void {
  catchUp(world);
  world.clock.moment += 1;
  change();
  for (const document of documents) world.log.ledger(documentId(caseId, document)).authority += 1;
  world.tally.commands += 1;
}

/**
 * Content came to somebody: every letter and every deletion of it is committed (SY-1), and was while they might still read
 * the document (SY-20).
 */
export function judgeDelivery(
  world: World,
  { person, document }: Pick<Desk, "person" | "document">,
  seat: string,
  update: Uint8Array,
): void {
  catchUp(world);
  world.tally.deliveries += 1;
  const lacks = committedOf(world, document).lacks(update, world.book.lastRead(seat, document));
  if (lacks) world.wrongs.push(`${person} was sent of ${document}: ${lacks}`);
}

/** "Saved" is what the log has (SY-3), and "kept as a late draft" what it keeps of that person (SY-14). */
export function judgeSaved(world: World, { person, document, client }: Desk): void {
  const { doc } = client;
  if (client.saved()) {
    world.tally.saved += 1;
    if (!committedOf(world, document).contains(doc))
      world.wrongs.push(`${person} was told that ${document} is saved, and it is not`);
  } else if (client.keptLate()) {
    world.tally.late += 1;
    if (!committedOf(world, document).contains(doc, lateDraftsOf(world, document, person)))
      world.wrongs.push(`${person} was told that a late draft of ${document} is kept, and it is not`);
  }
}

export const lateDraftsOf = ({ log }: World, document: string, person: string): readonly Uint8Array[] =>
  log
    .ledger(documentId(caseId, document))
    .lateDrafts.filter((draft) => draft.person === person)
    .map(({ bytes }) => bytes);
