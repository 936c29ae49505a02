import { spawn, spawnSync } from "node:child_process";
import { createHmac, randomBytes, X509Certificate } from "node:crypto";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import type { DtlsParameters, IceCandidate, IceParameters } from "@consilium/conference";
import { afterAll, expect, test, vi } from "vitest";
import { workerBuiltBefore } from "../testing/built-worker.ts";
import { MediasoupMedia } from "./mediasoup-media.ts";

/*
 * As far as a browser goes before its first stream: ICE, DTLS and the keys of SRTP, with openssl in the browser's place. A worker that is
 * built with the distribution's OpenSSL and not mended dies here.
 */

const program = workerBuiltBefore();
const folder = mkdtempSync(join(tmpdir(), "consilium-handshake-"));
const [certificate, key] = [join(folder, "certificate"), join(folder, "key")];
afterAll(() => rmSync(folder, { recursive: true }));

const canTry = program !== undefined && existsSync("/usr/bin/openssl");
const media = new MediasoupMedia({
  ip: "127.0.0.1",
  announced: [],
  port: undefined,
  workers: 1,
  findProgram: () => Promise.resolve(program ?? ""),
});
afterAll(() => media.close());

test.skipIf(!canTry)(
  "a browser's way in: ICE, then DTLS with keys for SRTP; the worker lives on",
  async () => {
    media.begin();
    await vi.waitFor(() => expect(media.health().is).toBe("ready"), 10_000);
    const room = await media.openRoom({ speaks: () => {}, layers: () => {}, died: () => {} });
    const before = media.workers();
    const { transport, iceParameters, iceCandidates } = await room.openTransport("send", "01SEAT");
    const to = iceCandidates.find(({ protocol }) => protocol === "udp");
    if (!to) throw new Error("There is no UDP candidate");
    await room.connectTransport(transport, makeCertificate());
    const from = await bind(to, iceParameters);
    const said = await shakeHands(from, to);
    expect(said).toContain("SRTP Extension negotiated, profile=SRTP_AES128_CM_SHA1_80");
    expect(said).toMatch(/Cipher is ECDHE-/);
    expect(media.workers()).toEqual(before);
    room.close();
  },
);

function makeCertificate(): DtlsParameters {
  const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  const files = ["-keyout", key, "-out", certificate];
  const words = ["req", "-x509", ...curve, "-days", "2", "-subj", "/CN=browser", ...files];
  expect(spawnSync("openssl", words).status).toBe(0);
  const { fingerprint256 } = new X509Certificate(readFileSync(certificate));
  return { role: "client", fingerprints: [{ algorithm: "sha-256", value: fingerprint256 }] };
}

/** Asks as the controlling side of ICE does, and nominates. Gives the port from which that was answered. */
async function bind(to: IceCandidate, { usernameFragment, password }: IceParameters): Promise<number> {
  const socket = createSocket("udp4").bind(0, "127.0.0.1");
  await once(socket, "listening");
  socket.send(bindingRequest(`${usernameFragment}:browser`, password), to.port, to.address);
  const [answer]: unknown[] = await once(socket, "message");
  // Binding success.
  expect(Buffer.isBuffer(answer) && answer.readUInt16BE(0)).toBe(0x01_01);
  const { port } = socket.address();
  socket.close();
  await once(socket, "close");
  return port;
}

/** RFC 8489 and RFC 8445, 7.1.1. */
function bindingRequest(username: string, password: string): Buffer {
  const attributes = [
    attribute(0x00_06, Buffer.from(username)),
    attribute(0x80_2a, randomBytes(8)),
    attribute(0x00_24, Buffer.from([0x6e, 0, 1, 0xff])),
    attribute(0x00_25, Buffer.alloc(0)),
  ];
  const transaction = randomBytes(12);
  // Each of the last two is made over what stands before it, under a length that counts it already.
  const upTo = (length: number): Buffer => {
    const header = Buffer.alloc(8);
    header.writeUInt16BE(1, 0);
    header.writeUInt16BE(length, 2);
    header.writeUInt32BE(0x21_12_a4_42, 4);
    return Buffer.concat([header, transaction, ...attributes]);
  };
  const length = Buffer.concat(attributes).length;
  attributes.push(
    attribute(
      0x00_08,
      createHmac("sha1", password)
        .update(upTo(length + 24))
        .digest(),
    ),
  );
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE((crc32(upTo(length + 32)) ^ 0x53_54_55_4e) >>> 0);
  attributes.push(attribute(0x80_28, sum));
  return upTo(length + 32);
}

function attribute(type: number, value: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(value.length, 2);
  return Buffer.concat([head, value, Buffer.alloc((4 - (value.length % 4)) % 4)]);
}

/** From the port that was nominated. What openssl prints. */
async function shakeHands(from: number, to: IceCandidate): Promise<string> {
  const where = ["-bind", `127.0.0.1:${from}`, "-connect", `${to.address}:${to.port}`];
  const own = ["-cert", certificate, "-key", key, "-use_srtp", "SRTP_AES128_CM_SHA1_80"];
  const child = spawn("openssl", ["s_client", "-dtls1_2", ...where, ...own], {
    stdio: ["pipe", "pipe", "ignore"],
  });
  let said = "";
  child.stdout.on("data", (piece: Buffer) => {
    said += piece.toString();
  });
  await vi.waitFor(() => expect(said).toMatch(/Verify return code/), 10_000);
  const ended = once(child, "exit");
  child.kill();
  await ended;
  return said;
}
