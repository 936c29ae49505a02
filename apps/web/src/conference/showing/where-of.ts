import { type Place, type Section, sectionsOf } from "@consilium/workspace";
import { pageOfName } from "../../paper/paper-sight.ts";

/** Where in what is shown somebody is, as far as one word says it. */
export type Where =
  | { readonly is: "slice" | "page"; readonly number: number }
  | { readonly is: "section"; readonly section: Section };

/** Undefined: they are elsewhere, or it has no such word. */
export function whereOf(item: string | null, { target, place, view }: Place): Where | undefined {
  if (target !== item) return undefined;
  const slice = view?.["slice"];
  if (slice !== undefined && Number.isInteger(slice) && slice > 0) return { is: "slice", number: slice };
  const page = pageOfName(place);
  if (page !== undefined) return { is: "page", number: page };
  const section = sectionsOf("opinion").find((one) => one === place);
  return section === undefined ? undefined : { is: "section", section };
}
