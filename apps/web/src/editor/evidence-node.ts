import { Node } from "@tiptap/core";
import type { LostEvidence } from "./lost-evidence.ts";

export interface EvidenceOptions {
  readonly label: (id: string) => string;
  readonly open: (id: string) => void;
  readonly lost: LostEvidence | null;
}

/** A link from a sentence to a place in a record. It holds an id; the place itself is an anchor in the document's map. */
export const Evidence = Node.create<EvidenceOptions>({
  name: "evidence",
  group: "inline",
  inline: true,
  atom: true,
  selectable: true,
  addOptions: () => ({ label: () => "", open: () => {}, lost: null }),
  addAttributes: () => ({
    id: {
      default: null,
      parseHTML: (element: HTMLElement) => element.dataset["evidence"] ?? null,
      renderHTML: ({ id }: { id?: string }) => ({ "data-evidence": id ?? "" }),
    },
  }),
  parseHTML: () => [{ tag: "a[data-evidence]" }],
  renderHTML: ({ HTMLAttributes }) => ["a", HTMLAttributes],
  renderText({ node }) {
    return this.options.label(String(node.attrs["id"]));
  },
  addNodeView() {
    return ({ node }) => {
      const id = String(node.attrs["id"]);
      const dom = createLink(id, this.options);
      const show = () => showStanding(dom, id, this.options);
      show();
      const destroy = this.options.lost?.subscribe(show);
      return { dom, ...(destroy && { destroy }) };
    };
  },
});

function createLink(id: string, { open }: EvidenceOptions): HTMLElement {
  const dom = document.createElement("a");
  dom.className = "evidence";
  dom.role = "link";
  dom.tabIndex = 0;
  dom.dataset["evidence"] = id;
  dom.addEventListener("click", (event) => {
    event.preventDefault();
    open(id);
  });
  dom.addEventListener("keydown", (event) => {
    if (event.key === "Enter") open(id);
  });
  return dom;
}

/** An orphan says so in words, and so does a link whose value is another one now. Where the record itself is gone there is nothing to open. */
function showStanding(dom: HTMLElement, id: string, { label, lost }: EvidenceOptions): void {
  const what = lost?.of(id);
  dom.textContent = label(id);
  dom.toggleAttribute("data-lost", what !== undefined);
  dom.toggleAttribute("data-corrected", what === undefined && lost?.changeOf(id) !== undefined);
  if (what === "record") dom.setAttribute("aria-disabled", "true");
  else dom.removeAttribute("aria-disabled");
}
