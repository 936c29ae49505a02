import { encodeOwnPlace } from "@consilium/workspace";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { createAppClient } from "../testing/app-client.ts";
import { exchange, write } from "../testing/exchange.ts";
import { openServer } from "../testing/open-server.ts";
import { caseId, opinionName, visitorNamed } from "../testing/test-ports.ts";

const layer = "layer.01ARZ3NDEKTSV4RRFFQ69G5FAV.story.everyone";

test("[SY-21] a place is seen by those who may read where it is, under the name that the server knows", async () => {
  const { ports, server, ada, ben } = openServer();
  const cy = createAppClient(server, "cy");
  cy.connect();
  ports.unseen.add(`cy ${opinionName}`);
  await exchange(ada, ben, cy);
  ada.say(encodeOwnPlace({ target: opinionName, place: "summary", pointer: { x: 1, y: 2 } }));
  await exchange(ada);
  await server.tick();
  await exchange(ada, ben, cy);
  const at = { target: opinionName, place: "summary", pointer: { x: 1, y: 2 } };
  expect(ben.places()).toEqual([{ seat: "seat of ada", name: "ada", at }]);
  expect([ada.places(), cy.places()]).toEqual([[], []]);
});

test("[SY-21] nobody is shown at a place that they may not read themselves", async () => {
  const { ports, server, ada, ben } = openServer();
  ports.unseen.add("ada story.prior");
  await exchange(ada, ben);
  ada.say(encodeOwnPlace({ target: "story.prior" }));
  await exchange(ada);
  await server.tick();
  await exchange(ben);
  expect(ben.places()).toEqual([]);
});

test("[SY-21] a guest is shown where whoever presents it looks and nobody else, and is never shown as who presents", async () => {
  const { ports, server, ada, ben } = openServer();
  const [cy, dee] = [createAppClient(server, "cy"), createAppClient(server, "dee")];
  const all = [ada, ben, cy, dee];
  for (const client of [cy, dee]) client.connect();
  for (const guest of ["cy", "dee"]) ports.sights.set(guest, "presenter");
  await exchange(...all);
  const at = { target: "scan", pointer: { x: 1, y: 2 } };
  ada.say(encodeOwnPlace({ ...at, presenting: true }));
  ben.say(encodeOwnPlace(at));
  dee.say(encodeOwnPlace({ ...at, presenting: true }));
  await exchange(...all);
  await server.tick();
  await exchange(...all);
  const presenter = { seat: "seat of ada", name: "ada", at: { ...at, presenting: true } };
  expect([cy.places(), dee.places()]).toEqual([[presenter], [presenter]]);
  expect(ben.places()).toEqual([presenter, { seat: "seat of dee", name: "dee", at }]);
});

test("[SY-21] a place goes with its socket, with the right to see it, and by leaving it", async () => {
  const { ports, server, ada, ben } = openServer();
  const pass = async () => {
    await exchange(ada, ben);
    await server.tick();
    await exchange(ada, ben);
  };
  const here = encodeOwnPlace({ target: opinionName });
  await exchange(ada, ben);
  ada.say(here);
  await pass();
  expect(ben.places()).toHaveLength(1);
  ports.unseen.add(`ben ${opinionName}`);
  await server.lookAgain(caseId);
  await pass();
  expect(ben.places()).toHaveLength(0);
  ports.unseen.clear();
  await server.lookAgain(caseId);
  await pass();
  expect(ben.places()).toHaveLength(1);
  ada.say(encodeOwnPlace(null));
  await pass();
  expect(ben.places()).toHaveLength(0);
  ada.say(here);
  await pass();
  ada.cut();
  await pass();
  expect(ben.places()).toHaveLength(0);
});

test("a layer that exists from now on is told to those who may read it", async () => {
  const { ports, server, ada, ben } = openServer();
  const cy = createAppClient(server, "cy");
  const owner = createAppClient(server, "dee", { name: layer });
  for (const client of [cy, owner]) client.connect();
  ports.unseen.add(`cy ${layer}`);
  await exchange(ada, ben, cy, owner);
  owner.doc.getMap("a").set("01ARZ3NDEKTSV4RRFFQ69G5FAV", new Y.Map([["kind", "comment"]]));
  await exchange(owner, ada, ben, cy);
  const changed = { kind: "changed", what: { documents: [layer], seats: false, case: false } };
  expect(ben.ofTheCase).toContainEqual(changed);
  expect(cy.ofTheCase.some(({ kind }) => kind === "changed")).toBe(false);
});

const isChanged = ({ kind }: { readonly kind: string }) => kind === "changed";

test("a change of seats is told to everybody in the case, and to nobody in another one", async () => {
  const { server, ada, ben } = openServer();
  const other = createAppClient(server, "eve", { visitor: visitorNamed("eve", { caseId: "another" }) });
  other.connect();
  await exchange(ada, ben, other);
  await server.tellChanged(caseId, { documents: [], seats: true, case: false });
  await exchange(ada, ben, other);
  expect([ada, ben, other].map(({ ofTheCase }) => ofTheCase.some(isChanged))).toEqual([true, true, false]);
  write(ada, "unharmed");
  await exchange(ada);
  expect(ada.saved()).toBe(true);
});

test("[SY-21] whoever moves is seen at once; what more comes within a tick goes with it, as the newest alone", async () => {
  const { server, ada, ben } = openServer();
  await exchange(ada, ben);
  await server.tick();
  await exchange(ada, ben);
  await server.tick();
  const told = () => ben.ofTheCase.filter(({ kind }) => kind === "places").length;
  const slice = () => ben.places().map(({ at }) => at.place);
  const before = told();
  for (let step = 1; step <= 10; step += 1) {
    ada.say(encodeOwnPlace({ target: opinionName, place: `slice/${step}` }));
    await exchange(ada, ben);
  }
  expect([told() - before, slice()]).toEqual([1, ["slice/1"]]);
  await server.tick();
  await exchange(ada, ben);
  expect([told() - before, slice()]).toEqual([2, ["slice/10"]]);
  ada.say(encodeOwnPlace({ target: opinionName, place: "slice/11" }));
  await exchange(ada, ben);
  expect([told() - before, slice()]).toEqual([2, ["slice/10"]]);
  await server.tick();
  await exchange(ada, ben);
  await server.tick();
  ada.say(encodeOwnPlace({ target: opinionName, place: "slice/12" }));
  await exchange(ada, ben);
  expect([told() - before, slice()]).toEqual([4, ["slice/12"]]);
});

test("[SY-21] an older place never comes after a newer one, however slow the rights are", async () => {
  const { ports, server, ada, ben } = openServer();
  await exchange(ada, ben);
  await server.tick();
  await server.tick();
  const { sightOf } = ports.rights;
  const waiting: (() => void)[] = [];
  ports.rights.sightOf = async (visitor, target) => {
    if (visitor.person === "ben" && target === "slow") await new Promise<void>((go) => void waiting.push(go));
    return sightOf(visitor, target);
  };
  ada.say(encodeOwnPlace({ target: "slow" }));
  await exchange(ada, ben);
  void server.tick();
  ada.say(encodeOwnPlace({ target: "swift" }));
  await exchange(ada, ben);
  void server.tick();
  await exchange(ada, ben);
  for (const go of waiting) go();
  await exchange(ada, ben);
  await server.tick();
  await exchange(ada, ben);
  expect(ben.places().map(({ at }) => at.target)).toEqual(["swift"]);
});
