import { sha256Hex } from "@consilium/foundation";
import { canonicalRendering } from "@consilium/workspace";
import * as Y from "yjs";
import type { Engine } from "../engine.ts";
import { dismiss } from "../fan-out/tell.ts";
import { hasRows, type OpenDocument } from "../open-document.ts";
import { answerJoin, askAgain } from "./join.ts";
import type { Session } from "./session.ts";

const nothing = Uint8Array.of(0);

/**
 * SY-35. What a client renders at a sequence, against what the server renders there; another sequence is not compared, the next
 * quiet second brings another digest. The first difference is synchronized from the beginning. A second one in a row is past
 * mending by Yjs (an id that carried two texts): the client starts with a new document and keeps a copy of the old one.
 */
export async function compareRendering(
  engine: Engine,
  session: Session,
  sequence: number,
  sha256: Uint8Array,
): Promise<void> {
  const { document, visitor } = session;
  if (session.stage !== "seated" || !isAt(document, sequence)) return;
  const { content } = document;
  const ours = await digestAt(document, sequence);
  if (document.content !== content || !isSeated(session)) return;
  if (ours === Buffer.from(sha256).toString("hex")) {
    session.divergences = 0;
    return;
  }
  session.divergences += 1;
  const copy = Y.encodeStateAsUpdate(content);
  engine.report({ kind: "diverged", document: document.id, session: visitor.session, sequence, copy });
  if (session.divergences > 1) return dismiss(engine, session, "reset");
  answerJoin(engine, session, nothing);
  askAgain(engine, session, true);
}

/** Read again after a pause: a socket may have closed meanwhile. */
const isSeated = (session: Session): boolean => session.stage === "seated";

const isAt = (document: OpenDocument, sequence: number): boolean =>
  document.phase === "open" && document.sequence === sequence && !hasRows(document);

/** One computation for all readers of that sequence. */
function digestAt(document: OpenDocument, sequence: number): Promise<string> {
  if (document.rendering?.sequence !== sequence)
    document.rendering = { sequence, digest: sha256Hex(canonicalRendering(document.content, document.kind)) };
  return document.rendering.digest;
}
