import { Mark } from "@tiptap/core";

const isAllowed = (address: unknown): address is string =>
  typeof address === "string" && /^(https:\/\/|mailto:)\S+$/i.test(address);

/**
 * A link holds its address and nothing else: how it opens is the renderer's. Tiptap's own link writes `target`, `rel` and
 * `class` into the document, which the gate refuses.
 */
export const Link = Mark.create({
  name: "link",
  inclusive: false,
  addAttributes: () => ({
    href: {
      default: null,
      parseHTML: (element: HTMLElement) => element.getAttribute("href"),
    },
  }),
  parseHTML: () => [
    {
      tag: "a[href]",
      getAttrs: (element: HTMLElement) => (isAllowed(element.getAttribute("href")) ? null : false),
    },
  ],
  renderHTML: ({ HTMLAttributes }) => {
    const href: unknown = HTMLAttributes["href"];
    // A document may hold what no app of ours has written.
    return ["a", { rel: "noreferrer noopener", target: "_blank", ...(isAllowed(href) && { href }) }, 0];
  },
});
