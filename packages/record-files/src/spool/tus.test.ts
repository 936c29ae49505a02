import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { Server } from "@tus/server";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { SealedSpool } from "./sealed-spool.ts";
import { arriving, content, newUploadId, openTestSpool } from "./testing/test-spool.ts";

const limits = { fileBytes: 1_000_000, spoolBytes: 1_500_000, uploads: 3 };
let root: string;
let folder: string;
let spool: SealedSpool;
let server: Server;
const serve = async () => {
  spool = await openTestSpool(folder, { limits });
  server = new Server({
    path: "/api/uploads",
    datastore: spool,
    namingFunction: newUploadId,
    relativeLocation: true,
    maxSize: limits.fileBytes,
    lockDrainTimeout: 20,
  });
};
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "tus-"));
});
beforeEach(async () => {
  folder = await mkdtemp(join(root, "spool-"));
  await serve();
});
afterAll(() => rm(root, { recursive: true, force: true }));

interface Asked {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: AsyncIterable<Uint8Array>;
}

const ask = (method: string, path: string, { headers, body }: Asked = {}): Promise<Response> =>
  server.handleWeb(
    new Request(`http://example.test${path}`, {
      method,
      headers: { "tus-resumable": "1.0.0", ...headers },
      ...(body ? { body: ReadableStream.from(body), duplex: "half" } : {}),
    }),
  );

const bytesType = { "content-type": "application/offset+octet-stream" };
const encoded = (text: string) => Buffer.from(text).toString("base64");

async function create(size: number, headers: Readonly<Record<string, string>> = {}): Promise<string> {
  const answer = await ask("POST", "/api/uploads", { headers: { "upload-length": `${size}`, ...headers } });
  expect(answer.status).toBe(201);
  return answer.headers.get("location") ?? "";
}

const patch = (path: string, offset: number, body: AsyncIterable<Uint8Array>) =>
  ask("PATCH", path, { headers: { ...bytesType, "upload-offset": `${offset}` }, body });

const post = (size: number) => ask("POST", "/api/uploads", { headers: { "upload-length": `${size}` } });

const idIn = (path: string) => path.slice(path.lastIndexOf("/") + 1);

describe("over tus", () => {
  test("the spool says what it can", async () => {
    const answer = await ask("OPTIONS", "/api/uploads");
    expect(answer.headers.get("tus-extension")).toBe("creation,creation-with-upload,termination");
    expect(answer.headers.get("tus-max-size")).toBe("1000000");
  });

  test("an upload is created, sent in parts over a restart, and is whole", async () => {
    const bytes = content(0, 700_000);
    const metadata = `filename ${encoded("Müller, Erika.pdf")},caseId ${encoded("one")}`;
    const path = await create(bytes.length, { "upload-metadata": metadata });
    expect((await patch(path, 0, arriving(bytes.subarray(0, 300_001)))).headers.get("upload-offset")).toBe(
      "300001",
    );
    await serve();
    const head = await ask("HEAD", path);
    expect(head.status).toBe(200);
    expect(head.headers.get("upload-offset")).toBe("300001");
    expect(head.headers.get("upload-length")).toBe("700000");
    expect(head.headers.get("upload-metadata")).toBe(metadata);
    const last = await patch(path, 300_001, arriving(bytes.subarray(300_001)));
    expect(last.status).toBe(204);
    expect((await buffer(spool.read(idIn(path)))).equals(bytes)).toBe(true);
  });

  test("an upload may come with its creation", async () => {
    const bytes = content(0, 300_000);
    const answer = await ask("POST", "/api/uploads", {
      headers: { ...bytesType, "upload-length": "300000" },
      body: arriving(bytes),
    });
    expect(answer.status).toBe(201);
    expect(answer.headers.get("upload-offset")).toBe("300000");
    const id = idIn(answer.headers.get("location") ?? "");
    expect((await buffer(spool.read(id))).equals(bytes)).toBe(true);
  });

  test("a client that breaks off goes on behind what arrived", async () => {
    const bytes = content(0, 500_000);
    const path = await create(bytes.length);
    const broken = async function* broken(): AsyncGenerator<Buffer> {
      yield* arriving(bytes.subarray(0, 400_000));
      throw new Error("the line is dead");
    };
    expect((await patch(path, 0, broken())).status).toBe(400);
    const offset = Number((await ask("HEAD", path)).headers.get("upload-offset"));
    expect(offset).toBeGreaterThan(0);
    expect((await patch(path, offset, arriving(bytes.subarray(offset)))).status).toBe(204);
    expect((await buffer(spool.read(idIn(path)))).equals(bytes)).toBe(true);
  });

  test("who comes while another write is silent ends it, and goes on behind what that one brought", async () => {
    const bytes = content(0, 500_000);
    const path = await create(bytes.length);
    const { promise: isSilent, resolve } = Promise.withResolvers<void>();
    const silent = async function* silent(): AsyncGenerator<Buffer> {
      yield* arriving(bytes.subarray(0, 300_000));
      resolve();
      await new Promise(() => {});
    };
    const first = patch(path, 0, silent());
    await isSilent;
    const offset = Number((await ask("HEAD", path)).headers.get("upload-offset"));
    expect((await first).headers.get("upload-offset")).toBe(`${offset}`);
    expect((await patch(path, offset, arriving(bytes.subarray(offset)))).status).toBe(204);
    expect((await buffer(spool.read(idIn(path)))).equals(bytes)).toBe(true);
  });

  test("a write from another offset is a conflict", async () => {
    const path = await create(10);
    expect((await patch(path, 5, arriving(content(0, 5)))).status).toBe(409);
  });

  test("more than was announced is too much", async () => {
    const path = await create(10);
    expect((await patch(path, 0, arriving(content(0, 11)))).status).toBe(413);
  });

  test("a file over the limit is too large, and a full spool has no room now", async () => {
    expect((await post(1_000_001)).status).toBe(413);
    await create(1_000_000);
    expect((await post(600_000)).status).toBe(507);
    await create(1);
    await create(1);
    const many = await post(1);
    expect([many.status, await many.text()]).toEqual([507, "There are too many uploads now\n"]);
  });

  test("an upload that is ended is gone", async () => {
    const path = await create(10);
    expect((await ask("DELETE", path)).status).toBe(204);
    expect((await ask("HEAD", path)).status).toBe(404);
    expect((await ask("DELETE", path)).status).toBe(404);
    expect(await readdir(folder)).toEqual([]);
  });

  test.each(["..%2F..%2Fetc%2Fpasswd", "%2e%2e", "passwd", "01kgf3x0000000000000000000"])(
    "there is no upload %s",
    async (id) => {
      for (const method of ["HEAD", "DELETE"])
        expect((await ask(method, `/api/uploads/${id}`)).status).toBe(404);
      expect((await patch(`/api/uploads/${id}`, 0, arriving(content(0, 1)))).status).toBe(404);
    },
  );

  test("an upload without a length is not taken", async () => {
    expect((await ask("POST", "/api/uploads", { headers: { "upload-defer-length": "1" } })).status).toBe(501);
  });
});
