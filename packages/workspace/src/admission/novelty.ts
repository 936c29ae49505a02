import * as Y from "yjs";
import { decode, type Decoded } from "./decode.ts";

/**
 * Whether a frame says anything that the document does not hold: content or an effective deletion, known or not. Undefined:
 * it does not decode. For frames that will never be applied, so gaps and vocabulary do not matter (SY-14, SY-22).
 */
export function addsSomething(doc: Y.Doc, frame: Uint8Array): boolean | undefined {
  const decoded = decode(frame);
  return decoded && (addsContent(doc, decoded) || deletesSomething(doc, decoded));
}

const addsContent = (doc: Y.Doc, { blocks }: Decoded): boolean =>
  blocks.some(({ client, structs }) => {
    const held = Y.getState(doc.store, client);
    return structs.some((struct) => !(struct instanceof Y.Skip) && struct.id.clock + struct.length > held);
  });

function deletesSomething(doc: Y.Doc, { deletions }: Decoded): boolean {
  for (const [client, ranges] of deletions) {
    const held = Y.getState(doc.store, client);
    for (const { clock, len } of ranges)
      if (clock + len > held || stands(doc, client, clock, clock + len)) return true;
  }
  return false;
}

/** Whether anything in that range is not deleted yet. */
function stands(doc: Y.Doc, client: number, from: number, to: number): boolean {
  const structs = doc.store.clients.get(client) ?? [];
  for (let index = Y.findIndexSS(structs, from); index < structs.length; index += 1) {
    const struct = structs[index];
    if (!struct || struct.id.clock >= to) return false;
    if (!struct.deleted) return true;
  }
  return false;
}
