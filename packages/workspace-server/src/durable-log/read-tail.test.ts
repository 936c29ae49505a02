import { expect, test } from "vitest";
import { exchange, read, write } from "../testing/exchange.ts";
import { createHeldLog, openServer } from "../testing/open-server.ts";
import { createStockClient, type TestClient } from "../testing/stock-client.ts";
import { breathe, opinionDocument } from "../testing/test-ports.ts";
import { createWorkspaceServer } from "../workspace-server.ts";
import { createMemoryLog } from "./memory-log.ts";

const item = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
/** Two authors of one entry: the one with the greater id wins. */
const accept = ({ doc }: TestClient) => doc.getMap("accepted").set(item, true);

test("[SY-1] [SY-12] a row of another process is told as it was logged, not with what it deletes of a row that is not committed", async () => {
  const { log, held } = createHeldLog();
  const { ports, server, ben } = openServer(log);
  const [ada, cy] = [createStockClient(server, "ada", 1), createStockClient(server, "cy", 2)];
  const other = createWorkspaceServer(ports);
  ada.connect();
  cy.connect(other);
  await exchange(ada, ben, cy);
  accept(cy);
  accept(ada);
  await exchange(cy, ada);
  held.shift()?.(); // Cy's, at the other process. Ada's waits.
  await breathe();
  await server.heard(opinionDocument, 1);
  await exchange(ben);
  expect(ben.doc.getMap("accepted").get(item)).toBe(true);
  expect(ben.doc.store.pendingDs).toBeNull();
});

test("[SY-4] [SY-33] whoever cannot read what another process wrote in between loads the document again", async () => {
  const memory = createMemoryLog();
  let isBroken = false;
  const { ports, ada, ben } = openServer({
    ...memory,
    loadTail: (...which) => (isBroken ? Promise.reject(new Error("no database")) : memory.loadTail(...which)),
  });
  const cy = createStockClient(createWorkspaceServer({ ...ports, log: memory }), "cy", 2);
  cy.connect();
  await exchange(ada, ben, cy);
  write(cy, "of the other process");
  await exchange(cy);
  isBroken = true;
  write(ada, "of this one");
  await exchange(ada, ben);
  isBroken = false;
  expect(new Set(read(ben))).toEqual(new Set(["of this one", "of the other process"]));
  expect(ada.saved()).toBe(true);
});
