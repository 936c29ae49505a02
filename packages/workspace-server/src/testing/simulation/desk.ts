import type { Random } from "@consilium/foundation";
import { readMessage, sections, type Section, writeLayer } from "@consilium/workspace";
import { writeSomething } from "@consilium/workspace/testing";
import * as Y from "yjs";
import type { WorkspaceServer } from "../../workspace-server.ts";
import { type AppClient, createAppClient } from "../app-client.ts";
import { type ClientOptions, createStockClient, type TestClient } from "../stock-client.ts";
import { opinionName } from "../test-ports.ts";
import { aside, authors, type Person, questions } from "./people.ts";
import { judgeDelivery } from "./watch.ts";
import { committedOf, newestSchema, somePlace, type World } from "./world.ts";

/** A person before one document: their client, and the process that it talks to. */
export interface Desk {
  readonly person: Person;
  readonly document: string;
  readonly isStock: boolean;
  /** Their side of it ever writes. */
  readonly isWriter: boolean;
  client: TestClient;
  /** The same client, where it is the app's. */
  app: AppClient | undefined;
  /** Where it was connected last. */
  server: WorkspaceServer;
  /** The close codes of its clients that are judged already. */
  heard: number;
  /** It was told that it will not be served again: signed. */
  isDone: boolean;
}

/** Who opens what. */
export const places: readonly (readonly [Person, string])[] = [
  ["ada", opinionName],
  ["ben", opinionName],
  ["cyd", opinionName],
  ["olga", opinionName],
  ["mia", opinionName],
  ["rea", opinionName],
  ["pat", opinionName],
  ["pat", "story"],
  ["rea", "story"],
  ["ada", "story"],
  ["rea", aside],
  ["ben", aside],
  ["pat", aside],
  ["pat", questions],
  ["mia", questions],
];

const writes = (person: Person, document: string): boolean =>
  document === opinionName ? authors.includes(person) : person === (document === aside ? "rea" : "pat");

export function createDesk(world: World, [person, document]: (typeof places)[number]): Desk {
  const isStock = person === "cyd" || person === "mia";
  const isOld = person === "olga" && world.plan.hasOldApp;
  const chair = { person, document, isStock, isWriter: writes(person, document) && !isOld };
  return { ...chair, isDone: false, ...freshClient(world, chair) };
}

type Chair = Pick<Desk, "person" | "document" | "isStock" | "isWriter">;

function freshClient(world: World, chair: Chair): Pick<Desk, "client" | "app" | "server" | "heard"> {
  const { person, document, isStock, isWriter } = chair;
  const server = somePlace(world);
  const clientId = (world.clock.clientId += 1);
  let seat = "";
  const options: ClientOptions = {
    name: document,
    schema: person === "olga" ? 1 : newestSchema(world),
    get visitor() {
      const visitor = world.book.visitorOf(person);
      ({ seat } = visitor);
      return visitor;
    },
    waiting: () => world.slow,
    reads: !isWriter,
    firstId: clientId,
  };
  const app = isStock ? undefined : createAppClient(server, person, options);
  const client = app ?? createStockClient(server, person, clientId, isWriter, options);
  client.overhear((message) => {
    const update = contentIn(message);
    if (update) judgeDelivery(world, chair, seat, update);
  });
  return { client, app, server, heard: 0 };
}

/** A page that is new: it holds nothing, and its document has a new id. */
export const takeFreshClient = (world: World, desk: Desk): void =>
  void Object.assign(desk, freshClient(world, desk));

function contentIn(message: Uint8Array): Uint8Array | undefined {
  const heard = readMessage(message);
  return heard?.kind === "step-two" || heard?.kind === "update" ? heard.update : undefined;
}

/** What is not in the log yet, and only that, is what the page keeps over a reload (SY-7). */
export function reloadDesk(world: World, desk: Desk): void {
  const { doc } = desk.client;
  desk.client.lose();
  const kept = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(committedOf(world, desk.document).doc));
  takeFreshClient(world, desk);
  if (desk.isWriter && !desk.isStock) Y.applyUpdate(desk.client.doc, kept);
}

/** The app's client stops where it may not write or hears of the signing; a stock client types until it is sent away. */
export const mayType = ({ app, isWriter }: Desk): boolean =>
  isWriter &&
  (!app || (app.terms()?.mayWrite !== false && app.refusals.every(({ fate }) => fate !== "late")));

const storySections: readonly Section[] = sections.story;
const anchor = { kind: "record-place", record: "", place: "" } as const;

/** Something that the person might write here. */
export function writeAtDesk({ client, document }: Desk, random: Random, now: () => Date): void {
  const { doc } = client;
  if (document === opinionName) return writeSomething(doc, random);
  if (document === "story") return writeSomething(doc, random, storySections);
  const layer = writeLayer(doc, { clock: now, random });
  const known = [...doc.getMap("a").keys()].toSorted();
  if (known.length === 0 || random.below(2) === 0)
    layer.addComment(anchor, random.pick(["Why?", "Since when?"]));
  else if (random.below(3) > 0) layer.edit(random.pick(known), random.pick(["I see.", "Is it?"]));
  else layer.takeBack(random.pick(known));
}
