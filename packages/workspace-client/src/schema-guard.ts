import { marks, nodes, type Vocabulary } from "@consilium/workspace";
import * as Y from "yjs";
import type { SharedType } from "./shared-type.ts";

/** Something that this app's editor would delete, because it does not know it (SY-23). */
export interface Fault {
  /** The root, then the names of the nodes down to it. */
  readonly path: string;
  readonly what:
    | `node ${string}`
    | `mark ${string}`
    | `attribute ${string}`
    | "embed"
    | "loose text"
    | "foreign root";
}

/** Reads only. Empty: the document may be bound to an editor. */
export function faultsOf(doc: Y.Doc, vocabulary: Vocabulary): readonly Fault[] {
  return [...doc.share].flatMap(([name, type]) => rootFaults(doc, name, type, vocabulary));
}

function rootFaults(doc: Y.Doc, name: string, type: SharedType, vocabulary: Vocabulary): readonly Fault[] {
  const rule = vocabulary.root(name);
  if (rule?.holds === "blocks") return fragmentFaults(doc.getXmlFragment(name), name);
  if (rule?.holds === "entries") return valueFaults(doc.getMap(name), name);
  // `meta` is the seed's, and no editor is ever bound to it.
  return name === "meta" || isEmpty(type) ? [] : [{ path: name, what: "foreign root" }];
}

const hasKind = (type: SharedType): boolean => type instanceof Y.XmlFragment || type instanceof Y.Map;
const isEmpty = (type: SharedType): boolean => type._start === null && type._map.size === 0;

function valueFaults(value: unknown, path: string): readonly Fault[] {
  if (value instanceof Y.Map)
    return [...value].flatMap(([key, entry]) => valueFaults(entry, `${path}/${key}`));
  if (value instanceof Y.XmlFragment) return fragmentFaults(value, path);
  return [];
}

function fragmentFaults(
  fragment: Y.XmlFragment,
  path: string,
  looked: (child: unknown) => boolean = () => true,
): readonly Fault[] {
  return fragment
    .toArray()
    .filter(looked)
    .flatMap((child): readonly Fault[] => {
      if (child instanceof Y.XmlElement) return elementFaults(child, path);
      if (!(child instanceof Y.XmlText)) return [{ path, what: "node hook" }];
      // y-tiptap throws on text that stands outside every block.
      const loose: readonly Fault[] = fragment instanceof Y.XmlElement ? [] : [{ path, what: "loose text" }];
      return [...loose, ...textFaults(child, path)];
    });
}

function elementFaults(element: Y.XmlElement, path: string): readonly Fault[] {
  const at = `${path}/${element.nodeName}`;
  return [...nameFaults(element, at), ...fragmentFaults(element, at)];
}

function nameFaults(element: Y.XmlElement, path: string): readonly Fault[] {
  const rule = nodes.get(element.nodeName);
  if (!rule) return [{ path, what: `node ${element.nodeName}` }];
  return Object.keys(element.getAttributes())
    .filter((name) => !rule.attributes.has(name))
    .map((name): Fault => ({ path, what: `attribute ${name}` }));
}

function textFaults(text: Y.XmlText, path: string): readonly Fault[] {
  const runs: readonly { insert?: unknown; attributes?: object }[] = text.toDelta();
  return runs.flatMap(({ insert, attributes = {} }): readonly Fault[] => [
    ...(typeof insert === "string" ? [] : [{ path, what: "embed" } as const]),
    ...Object.keys(attributes)
      .filter((name) => !marks.has(markName(name)))
      .map((name): Fault => ({ path, what: `mark ${name}` })),
  ]);
}

/** Marks that may overlap carry a hash behind their name. */
const markName = (key: string): string => key.replace(/--[a-zA-Z0-9+/=]{8}$/, "");

/**
 * Before the observers of a remote transaction run, the editor's among them: looks at what it changed. `unknown` must unbind
 * the editor at once, in that call. Returns what takes the guard away.
 */
export function guardRemoteChanges(
  doc: Y.Doc,
  vocabulary: Vocabulary,
  unknown: (faults: readonly Fault[]) => void,
): () => void {
  const look = (transaction: Y.Transaction): void => {
    if (transaction.local) return;
    const faults = [...transaction.changed.keys()].flatMap((type) => changedFaults(type, transaction));
    // A root that nobody has asked for yet has no kind, and a foreign one never gets one.
    const bare = [...doc.share].filter(([, type]) => transaction.changed.has(type) && !hasKind(type));
    faults.push(...bare.flatMap(([name, type]) => rootFaults(doc, name, type, vocabulary)));
    if (faults.length > 0) unknown(faults);
  };
  doc.on("beforeObserverCalls", look);
  return () => doc.off("beforeObserverCalls", look);
}

/** A changed type itself, and what is new inside it; what was there before has been looked at. */
function changedFaults(type: SharedType, { beforeState }: Y.Transaction): readonly Fault[] {
  if (type instanceof Y.XmlText) return textFaults(type, "changed");
  const isNew = (child: unknown): boolean => {
    const item = child instanceof Y.AbstractType ? child._item : null;
    return item !== null && item.id.clock >= (beforeState.get(item.id.client) ?? 0);
  };
  if (type instanceof Y.Map)
    return [...type].filter(([, value]) => isNew(value)).flatMap(([key, value]) => valueFaults(value, key));
  if (!(type instanceof Y.XmlFragment)) return [];
  const own = type instanceof Y.XmlElement ? nameFaults(type, type.nodeName) : [];
  return [...own, ...fragmentFaults(type, "changed", isNew)];
}
