import { beginDelivery, openDoor, sendAll, untilRead } from "../ingest/hand-over.ts";
import type { FileToSend } from "../ingest/tus-client.ts";
import type { DemoServer } from "../measuring/demo-server.ts";
import type { ListedRecord } from "./first-picture.ts";

/** Files that become one record of a demo case, handed over like any other. Throws where they become something else. */
export async function handOverOne(
  server: DemoServer,
  files: readonly FileToSend[],
): Promise<ListedRecord & { readonly address: string; readonly caseId: string }> {
  const door = await openDoor(server);
  const delivery = await beginDelivery(door);
  await sendAll(door, delivery, files);
  const { records } = await untilRead(door, delivery, files.length);
  const [record, ...others] = records;
  if (record === undefined || others.length > 0) throw new Error("The files did not become one record.");
  const { caseId } = door;
  const listAddress = `${server.origin}/cases/${caseId}/records`;
  return { listAddress, record, address: `${listAddress}/${record}`, caseId };
}
