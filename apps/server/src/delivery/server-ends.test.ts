import { rmSync } from "node:fs";
import { afterAll, expect, test, vi } from "vitest";
import { startServer } from "../start-server.ts";
import { oncology } from "../testing/demo-cases.ts";
import { newDelivery, untilDelivery } from "../testing/hand-over.ts";
import { createDemoDatabase, freePort } from "../testing/start-test-server.ts";
import { configurationFor, createWebFolder, password } from "../testing/test-configuration.ts";
import { signIn } from "../testing/test-person.ts";
import { upload } from "../testing/tus-upload.ts";

vi.setConfig({ testTimeout: 180_000 });

const folder = createWebFolder();
afterAll(() => rmSync(folder, { recursive: true }));

const files = Array.from({ length: 60 }, (_, at) => ({
  path: `Ward/${at}.txt`,
  content: new TextEncoder().encode(`Day ${at}. Stable.`),
}));

test("a delivery that is being read when the server ends in peace is read by the next one", async () => {
  const location = await createDemoDatabase();
  const start = async () =>
    startServer(configurationFor(location.url, folder, await freePort()), () => undefined);
  const first = await start();
  const sender = await signIn(first.origin, "referrer@demo.test", password);
  const delivery = newDelivery();
  await sender.post(`/cases/${oncology}/deliveries`, { id: delivery });
  for (const file of files) await upload(sender, { caseId: oncology, delivery, ...file });
  await sender.post(`/cases/${oncology}/deliveries/${delivery}/complete`, { files: files.length });
  await untilDelivery(sender, oncology, delivery, ["reading"]);
  await first.close();

  const second = await start();
  try {
    const reader = await signIn(second.origin, "referrer@demo.test", password);
    const done = await untilDelivery(reader, oncology, delivery, ["done", "failed"]);
    expect(done).toMatchObject({ state: "done", kept: files.length });
    expect(done.records).toHaveLength(files.length);
  } finally {
    await second.close();
    await location.drop();
  }
});
