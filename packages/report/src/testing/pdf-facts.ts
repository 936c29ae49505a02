import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** What a screen reader, and whoever copies words, finds in a PDF. */
export interface PdfFacts {
  readonly pages: number;
  readonly isMarked: boolean;
  readonly language: unknown;
  readonly title: unknown;
  /** Says that it is PDF/UA-1. */
  readonly isUniversal: boolean;
  readonly isSigned: boolean;
  /** Entries of the outline at its top. */
  readonly outline: number;
  /** How many of each structure role there are. */
  readonly roles: Readonly<Record<string, number>>;
  readonly figuresWithoutAlt: number;
  readonly untaggedPages: number;
  readonly links: number;
  /** Of each page. */
  readonly texts: readonly string[];
  /** Names of the embedded fonts, without their subset's letters. */
  readonly fonts: readonly string[];
}

type Document = Awaited<ReturnType<typeof getDocument>["promise"]>;
type Page = Awaited<ReturnType<Document["getPage"]>>;

export async function pdfFacts(bytes: Uint8Array): Promise<PdfFacts> {
  const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0, useSystemFonts: false })
    .promise;
  const numbers = Array.from({ length: pdf.numPages }, (_, at) => at + 1);
  const pages = await Promise.all(numbers.map(async (number) => pageFacts(await pdf.getPage(number))));
  const nodes = pages.flatMap((page) => page.nodes);
  const raw = Buffer.from(bytes).toString("latin1");
  const facts = {
    ...(await fileFacts(pdf)),
    pages: pages.length,
    isUniversal: /pdfuaid:part>1</.test(raw),
    roles: Object.fromEntries(
      Map.groupBy(nodes, ({ role }) => role)
        .entries()
        .map(([role, all]) => [role, all.length]),
    ),
    figuresWithoutAlt: nodes.filter(({ role, alt }) => role === "Figure" && alt === "").length,
    untaggedPages: pages.filter((page) => page.nodes.length === 0).length,
    links: pages.reduce((sum, { links }) => sum + links, 0),
    texts: pages.map(({ text }) => text),
    fonts: [...new Set([...raw.matchAll(fontName)].map(([, name = ""]) => name))].toSorted(),
  };
  await pdf.loadingTask.destroy();
  return facts;
}

const fontName = /\/BaseFont \/(?:[A-Z]{6}\+)?([\w-]+)/g;

async function fileFacts(
  pdf: Document,
): Promise<Pick<PdfFacts, "isMarked" | "language" | "title" | "isSigned" | "outline">> {
  const { info } = await pdf.getMetadata();
  const facts = new Map<string, unknown>(Object.entries(info));
  const mark: unknown = await pdf.getMarkInfo();
  const outline: readonly unknown[] | null = await pdf.getOutline();
  return {
    isMarked: mark instanceof Map && mark.get("Marked") === true,
    language: facts.get("Language"),
    title: facts.get("Title"),
    isSigned: facts.get("IsSignaturesPresent") === true,
    outline: outline?.length ?? 0,
  };
}

interface TaggedNode {
  readonly role: string;
  readonly alt: string;
}

async function pageFacts(page: Page) {
  const notes: readonly unknown[] = await page.getAnnotations();
  const { items } = await page.getTextContent();
  return {
    nodes: nodesOf(await page.getStructTree()),
    links: notes.filter((note) => textIn(note, "subtype") === "Link").length,
    text: items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join(""),
  };
}

/** The tree of a page, flat. Leaves that name pieces of the page have no role. */
function nodesOf(node: unknown): readonly TaggedNode[] {
  const role = textIn(node, "role");
  if (role === "" || typeof node !== "object" || node === null) return [];
  const children: readonly unknown[] =
    "children" in node && Array.isArray(node.children) ? node.children : [];
  return [{ role, alt: textIn(node, "alt") }, ...children.flatMap(nodesOf)];
}

function textIn(value: unknown, name: string): string {
  const found: unknown = new Map<string, unknown>(Object.entries(Object(value))).get(name);
  return typeof found === "string" ? found : "";
}
