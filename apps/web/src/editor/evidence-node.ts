import { Node } from "@tiptap/core";

export interface EvidenceOptions {
  readonly label: (id: string) => string;
  readonly open: (id: string) => void;
}

/** A link from a sentence to a place in a record. It holds an id; the place itself is an anchor in the document's map. */
export const Evidence = Node.create<EvidenceOptions>({
  name: "evidence",
  group: "inline",
  inline: true,
  atom: true,
  selectable: true,
  addOptions: () => ({ label: () => "", open: () => {} }),
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
      const dom = document.createElement("a");
      dom.className = "evidence";
      dom.role = "link";
      dom.tabIndex = 0;
      dom.dataset["evidence"] = id;
      dom.textContent = this.options.label(id);
      dom.addEventListener("click", (event) => {
        event.preventDefault();
        this.options.open(id);
      });
      dom.addEventListener("keydown", (event) => {
        if (event.key === "Enter") this.options.open(id);
      });
      return { dom };
    };
  },
});
