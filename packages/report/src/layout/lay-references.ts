import type { ReportReference } from "../report.ts";
import type { Block, Inline } from "../text.ts";
import { paragraph, text } from "./blocks.ts";
import type { LayPart } from "./part-source.ts";

export const layReferences: LayPart = ({ report: { references } }) =>
  references.length === 0 ? undefined : [{ type: "list", start: 1, items: references.map(itemOf) }];

const itemOf = ({ text: words, doi, pmid, url }: ReportReference): readonly Block[] => [
  paragraph(
    text(words),
    ...(doi === null
      ? []
      : named("doi:", doi, `https://doi.org/${doi.split("/").map(encodeURIComponent).join("/")}`)),
    ...(pmid === null
      ? []
      : named("PMID:", pmid, `https://pubmed.ncbi.nlm.nih.gov/${encodeURIComponent(pmid)}/`)),
    ...(url === null ? [] : named("", url, url)),
  ),
];

/** Names of registers are the same in every language. */
const named = (register: string, id: string, href: string): readonly Inline[] => [
  text(" "),
  { type: "text", text: `${register}${id}`, bold: false, italic: false, href },
];
