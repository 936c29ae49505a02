import type { XmlElement } from "./xml-element.ts";

const schemaInstance = "http://www.w3.org/2001/XMLSchema-instance";

/** What a prefix stands for, here and further out. A chain, for a copy an element would let a small file grow. */
interface Scope {
  readonly declared: ReadonlyMap<string, string>;
  readonly outer: Scope | null;
}

/** Prefixes that documents use without declaring them. */
const known: Scope = {
  declared: new Map([
    ["xml", "http://www.w3.org/XML/1998/namespace"],
    ["xsi", schemaInstance],
    ["sdtc", "urn:hl7-org:sdtc"],
  ]),
  outer: null,
};

function namespaceOf(prefix: string, scope: Scope): string {
  for (let place: Scope | null = scope; place !== null; place = place.outer) {
    const found = place.declared.get(prefix);
    if (found !== undefined) return found;
  }
  return "";
}

const splitName = (name: string): readonly [prefix: string, local: string] => {
  const colon = name.indexOf(":");
  return colon === -1 ? ["", name] : [name.slice(0, colon), name.slice(colon + 1)];
};

function declarationsIn(attributes: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const declared = new Map<string, string>();
  for (const [name, value] of attributes) {
    if (name === "xmlns") declared.set("", value);
    else if (name.startsWith("xmlns:")) declared.set(name.slice("xmlns:".length), value);
  }
  return declared;
}

interface Open {
  readonly element: XmlElement;
  readonly content: (XmlElement | string)[];
  readonly scope: Scope;
}

/** Puts together what a parser meets, one element after the other. */
export class XmlTree {
  root: XmlElement | null = null;
  private readonly opened: Open[] = [];

  get depth(): number {
    return this.opened.length;
  }

  open(writtenName: string, attributes: readonly (readonly [string, string])[]): void {
    const outer = this.opened.at(-1)?.scope ?? known;
    const declared = declarationsIn(attributes);
    const scope = declared.size === 0 ? outer : { declared, outer };
    const [prefix, name] = splitName(writtenName);
    const content: (XmlElement | string)[] = [];
    const element = {
      name,
      namespace: namespaceOf(prefix, scope),
      attributes: new Map(
        attributes.flatMap(([written, value]) => {
          if (written === "xmlns" || written.startsWith("xmlns:")) return [];
          const [place, local] = splitName(written);
          const isInstance = place !== "" && namespaceOf(place, scope) === schemaInstance;
          return [[isInstance ? `xsi:${local}` : written, value] as const];
        }),
      ),
      content,
    };
    this.opened.at(-1)?.content.push(element);
    this.root ??= element;
    this.opened.push({ element, content, scope });
  }

  text(words: string): void {
    this.opened.at(-1)?.content.push(words);
  }

  close(): void {
    this.opened.pop();
  }
}
