import { parseDocumentName } from "@consilium/clinical";
import { ShownOpinion } from "./shown-opinion.tsx";
import { ShownRecord } from "./shown-record.tsx";

/** A record by its id, or the opinion by its name. */
export function ShownItem({ item }: { readonly item: string }) {
  return parseDocumentName(item)?.kind === "opinion" ? (
    <ShownOpinion key={item} name={item} />
  ) : (
    <ShownRecord key={item} id={item} />
  );
}
