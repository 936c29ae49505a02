import { documentId } from "../../durable-log/load-document.ts";
import type { Step } from "../../step.ts";
import { caseId } from "../test-ports.ts";
import { documents } from "./people.ts";
import type { World } from "./world.ts";

/** A step of one process, to the checker: first what the log has taken by then. */
export function followStep(world: World, process: object, step: Step): void {
  followLog(world);
  note(world, world.checker.take(process, step));
}

/** Before a command raises a document's authority: what is in the log was compared with the old one. */
export function followLog(world: World): void {
  for (const name of documents) {
    const id = documentId(caseId, name);
    const { updates, epoch, authority } = world.log.ledger(id);
    const told = world.told.get(name) ?? 0;
    world.told.set(name, updates.length);
    for (const row of updates.slice(told))
      note(world, world.checker.committed(id, row, { epoch, authority }));
  }
}

function note(world: World, wrong: string | undefined): void {
  if (wrong) world.wrongs.push(`the model does not allow it: ${wrong}`);
}
