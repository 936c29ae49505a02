import { mayCommand } from "@consilium/clinical";
import { documentId } from "@consilium/database";
import { canonicalJson, ok, refuse, type Result, sha256Hex } from "@consilium/foundation";
import { canonicalRendering, countWords, sectionText } from "@consilium/workspace";
import type { DocumentId } from "@consilium/workspace-server";
import type * as Y from "yjs";
import type { Visit } from "../api/api-context.ts";
import type { RefusalReason } from "../api/refusal.ts";
import { readContentAt } from "../document/read-content.ts";
import { opinionObject } from "../opinion/opinion-object.ts";
import { opinionOf } from "../report/find-reports.ts";
import type { Services } from "../services.ts";
import { findAddendum, type KnownAddendum } from "./find-addendum.ts";

/** All that the signature of an addendum would cover at this moment. */
export interface PreparedAddendum extends KnownAddendum {
  readonly document: DocumentId;
  readonly content: Y.Doc;
  readonly sequence: number;
  readonly words: number;
  /** Of all of it: whoever signs names what they have seen by it. */
  readonly basis: string;
}

export async function prepareAddendum(
  services: Services,
  visit: Visit,
  id: string,
): Promise<Result<PreparedAddendum, RefusalReason>> {
  const found = await findAddendum(services, visit, id);
  if (!found.ok) return found;
  const { report } = found.value;
  const object = opinionObject(opinionOf(report))(visit.facts);
  const may =
    object && mayCommand("begin, sign an addendum", visit.seat, visit.facts, services.now(), object);
  if (!may) return refuse("no-right");
  const document = documentId(visit.row.id, `addendum.${id}`);
  const { content, sequence } = await readContentAt(services, document);
  const text = await sha256Hex(canonicalRendering(content, "addendum"));
  const basis = await sha256Hex(
    canonicalJson({ sequence, text, report: report.digest, state: report.state }),
  );
  return ok({
    ...found.value,
    document,
    content,
    sequence,
    words: countWords(sectionText(content, "text")),
    basis,
  });
}
