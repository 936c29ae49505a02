import type { Random } from "@consilium/foundation";
import * as Y from "yjs";
import type { Struct, UpdateParts } from "./update-parts.ts";

/** One thing that no honest client does to an update. `known`: ids that the document has, and some that it does not. */
export type Mutation = (parts: UpdateParts, random: Random, known: readonly Y.ID[]) => void;

const itemIn = ({ runs }: UpdateParts, random: Random): Y.Item | undefined => {
  const items = runs.flatMap(({ structs }) => structs.filter((struct) => struct instanceof Y.Item));
  return items.length > 0 ? random.pick(items) : undefined;
};

const onItem =
  (change: (item: Y.Item, random: Random, known: readonly Y.ID[]) => void): Mutation =>
  (parts, random, known) => {
    const item = itemIn(parts, random);
    if (item) change(item, random, known);
  };

const onRun =
  (change: (run: UpdateParts["runs"][number], random: Random, known: readonly Y.ID[]) => void): Mutation =>
  (parts, random, known) => {
    const runs = parts.runs.filter(({ structs }) => structs.length > 0);
    if (runs.length > 0) change(random.pick(runs), random, known);
  };

/** Its length belongs to the struct's clock range, so the content says it. */
const fill = (contents: readonly (() => Y.Item["content"])[]): Mutation =>
  onItem((item, random) => {
    item.content = random.pick(contents)();
    item.length = Math.max(1, item.content.getLength());
  });

/** Values are at most 8 deep. */
const tooDeep = 12;

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

const element = (name: string) => () => new Y.ContentType(new Y.XmlElement(name));
const swap = (list: Struct[], random: Random): void => {
  const [one] = list.splice(random.below(list.length), 1);
  if (one) list.splice(random.below(list.length + 1), 0, one);
};

export const mutations: Readonly<Record<string, Mutation>> = {
  "another's client id": onRun((run, random, known) => {
    run.client = random.pick(known).client;
  }),
  "a clock that jumps": onRun((run, random) => {
    run.clock += random.pick([1, 2, 1000, 2 ** 31, 2 ** 40]);
  }),
  "a clock that goes back": onRun((run, random) => {
    run.clock = random.below(run.clock + 1);
  }),
  "another left neighbour": onItem((item, random, known) => {
    item.origin = random.below(5) === 0 ? null : random.pick(known);
  }),
  "another right neighbour": onItem((item, random, known) => {
    item.rightOrigin = random.below(5) === 0 ? null : random.pick(known);
  }),
  "both neighbours": onItem((item, random, known) => {
    item.origin = random.pick(known);
    item.rightOrigin = random.pick(known);
  }),
  "another parent": onItem((item, random, known) => {
    item.origin = null;
    item.rightOrigin = null;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what is decoded has the root's name here, and the typings do not say so.
    item.parent = (
      random.below(2) === 0
        ? random.pick(["meta", "s.summary", "s.plain", "items", "evidence", "accepted", "a", "", "__proto__"])
        : random.pick(known)
    ) as Y.ID;
  }),
  "another key": onItem((item, random) => {
    item.parentSub = random.pick([
      null,
      "kind",
      "text",
      "__proto__",
      "schema",
      "01ARZ3NDEKTSV4RRFFQ69G5FAV",
      "",
    ]);
  }),
  "what no vocabulary has": fill([
    element("script"),
    element("paragraph"),
    element("table"),
    () => new Y.ContentType(new Y.Map()),
    () => new Y.ContentType(new Y.Array()),
    () => new Y.ContentType(new Y.XmlHook("iframe")),
    () => new Y.ContentFormat("onclick", { href: "javascript:1" }),
    () => new Y.ContentFormat("link", { href: "javascript:1" }),
    () => new Y.ContentFormat("bold", { a: nested(3) }),
    () => new Y.ContentEmbed({ image: "x" }),
    () => new Y.ContentBinary(new Uint8Array(9)),
    () => new Y.ContentDoc(new Y.Doc()),
    () => new Y.ContentAny([nested(tooDeep)]),
    () => new Y.ContentAny([{ ["__proto__"]: { admin: true } }]),
    () => new Y.ContentAny([Number.NaN, undefined, 2n ** 60n]),
    () => new Y.ContentJSON([nested(3)]),
  ]),
  "half a character": fill([() => new Y.ContentString("\uD83D"), () => new Y.ContentString("a\uDE00b")]),
  "an enormous deleted length": fill([
    () => new Y.ContentDeleted(2 ** 31),
    () => new Y.ContentDeleted(50_000),
  ]),
  "a deletion": ({ deletions }, random, known) => {
    const { client, clock } = random.pick(known);
    deletions.push({ client, clock, length: random.pick([1, 2, 7, 1000, 2 ** 31]) });
  },
  "a deletion of somebody's beginnings": ({ deletions }, random, known) =>
    void deletions.push({ client: random.pick(known).client, clock: 0, length: 1 + random.below(40) }),
  "structs in another order": onRun(({ structs }, random) => swap(structs, random)),
  "a struct twice": onRun(({ structs }, random) => void structs.push(random.pick(structs))),
  "a struct left out": onRun(({ structs }, random) => void structs.splice(random.below(structs.length), 1)),
  "collected at once": onRun(({ structs, clock }, random) => {
    const at = random.below(structs.length);
    const struct = structs[at];
    if (struct) structs[at] = new Y.GC(Y.createID(struct.id.client, clock), struct.length);
  }),
  "a gap between": onRun(({ structs, clock }, random) => {
    const gap = new Y.Skip(Y.createID(0, clock), 1 + random.below(5));
    structs.splice(random.below(structs.length + 1), 0, gap);
  }),
};
