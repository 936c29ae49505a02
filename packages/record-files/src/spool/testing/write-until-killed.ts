import { content, openTestSpool } from "./test-spool.ts";

/** A process of its own: goes on with an upload, tells how far it sent, and is meant to be killed. */
const [folder = "", id = "", silentAfter = "Infinity"] = process.argv.slice(2);
const chunk = 100_000;

async function* sending(from: number, size: number): AsyncGenerator<Buffer> {
  for (let at = from; at < size; at += chunk) {
    if (at - from >= Number(silentAfter)) await new Promise((resolve) => setTimeout(resolve, 600_000));
    yield content(at, Math.min(chunk, size - at));
    process.stdout.write(`${at}\n`);
  }
}

const spool = await openTestSpool(folder);
const { offset, size = 0 } = await spool.getUpload(id);
await spool.write(sending(offset, size), id, offset);
