import * as encoding from "lib0/encoding";
import * as Y from "yjs";

export interface HostileFrame {
  readonly name: string;
  /** What is sent, once that document is there; `author` wrote it. */
  readonly bytes: (honest: Y.Doc, author: number) => Uint8Array;
}

/** Of the person who sends them. */
const own = 666;
const stranger = 999;
/** Of a replica that only takes what others write. */
const nobody = 0;

const frame = (name: string, act: (copy: Y.Doc) => void): HostileFrame => ({
  name,
  bytes: (honest) => change(honest, own, act),
});

/** What no honest editor sends, and anybody with a socket may. Each is for a document of its own. */
export const hostileFrames: readonly HostileFrame[] = [
  {
    name: "words under another's client id",
    bytes: (honest, author) => change(honest, author, (copy) => textIn(copy).insert(0, "not ".repeat(9))),
  },
  { name: "a gap before it", bytes: (honest) => secondHalf(honest) },
  frame("a root that no opinion has", (copy) => copy.getMap("foreign").set("key", 1)),
  frame("a node that no editor knows", (copy) => rootIn(copy).push([new Y.XmlElement("script")])),
  frame("a mark that no editor knows", (copy) => textIn(copy).format(0, 3, { onclick: {} })),
  frame("an attribute that no editor knows", (copy) => blockIn(copy).setAttribute("onclick", "1")),
  { name: "a deletion of what nobody wrote", bytes: () => deletionOf(stranger, 10) },
  frame("two thousand nodes, each in the other", (copy) => addTower(copy, 2000)),
  frame("a letter between the halves of another", (copy) => textIn(copy).insert(1, "x")),
  frame("a document in the document", (copy) => copy.getMap("meta").set("inner", new Y.Doc())),
  frame("half a megabyte at once", (copy) => textIn(copy).insert(0, "long ".repeat(100_000))),
  {
    name: "a frame that is cut off",
    bytes: (honest) => change(honest, own, (copy) => textIn(copy).insert(0, "not ")).slice(0, -4),
  },
];

/** An opinion of one paragraph, whose first letter takes two places. */
export function writeHonestly(author: number): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = author;
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText("\u{1F52C} benign")]);
  rootIn(doc).push([paragraph]);
  return copyOf(doc, nobody);
}

/** What that person sends for that change. */
export function change(doc: Y.Doc, client: number, act: (copy: Y.Doc) => void): Uint8Array {
  const copy = copyOf(doc, client);
  const before = Y.encodeStateVector(copy);
  copy.transact(() => act(copy));
  return Y.encodeStateAsUpdate(copy, before);
}

/** A client's new content without what it wrote before that. */
function secondHalf(doc: Y.Doc): Uint8Array {
  const copy = copyOf(doc, own);
  textIn(copy).insert(0, "not ");
  return change(copy, own, (later) => textIn(later).insert(4, "at all "));
}

function copyOf(doc: Y.Doc, client: number): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  copy.clientID = client;
  return copy;
}

function deletionOf(client: number, length: number): Uint8Array {
  const encoder = encoding.createEncoder();
  const [noStructs, oneClient, oneRange, clock] = [0, 1, 1, 0];
  for (const number of [noStructs, oneClient, client, oneRange, clock, length])
    encoding.writeVarUint(encoder, number);
  return encoding.toUint8Array(encoder);
}

function addTower(doc: Y.Doc, storeys: number): void {
  let parent: Y.XmlFragment = rootIn(doc);
  for (let storey = 0; storey < storeys; storey += 1) {
    const inner = new Y.XmlElement("blockquote");
    parent.insert(0, [inner]);
    parent = inner;
  }
}

export const rootIn = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment("s.summary");

function blockIn(doc: Y.Doc): Y.XmlElement {
  const block = rootIn(doc).get(0);
  if (!(block instanceof Y.XmlElement)) throw new Error("The opinion has no paragraph.");
  return block;
}

export function textIn(doc: Y.Doc): Y.XmlText {
  const text = blockIn(doc).get(0);
  if (!(text instanceof Y.XmlText)) throw new Error("The paragraph has no text.");
  return text;
}
