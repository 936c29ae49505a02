import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Archive } from "../archive/archive.ts";

/** An instance as an archive has it. */
export interface ArchivedInstance {
  readonly study: string;
  readonly series: string;
  readonly instance: string;
  readonly file: Uint8Array;
}

/** Whether it has answered. */
export type OtherAnswer = (request: IncomingMessage, response: ServerResponse) => boolean;

/** A small DICOMweb service: QIDO-RS and WADO-RS of what it is given, and any other answer that a test needs. */
export interface ArchiveServer {
  readonly archive: Archive;
  /** Paths below the service, with what was asked, in their order. */
  readonly asked: string[];
  /** The header of each. */
  readonly authorizations: (string | undefined)[];
  /** Asked first. */
  other: OtherAnswer | undefined;
  readonly close: () => Promise<void>;
}

const dicomJson = "application/dicom+json";
export const multipartType = 'multipart/related; type="application/dicom"; boundary=b';

/** `about`: attributes of every study, as DICOM JSON. */
export async function startArchiveServer(
  instances: readonly ArchivedInstance[],
  about: Readonly<Record<string, unknown>> = {},
): Promise<ArchiveServer> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "", "http://archive.test");
    made.asked.push(url.pathname.replace("/dicom-web/", "") + url.search);
    made.authorizations.push(request.headers.authorization);
    if (made.other?.(request, response)) return;
    answer(url, instances, about, response);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const made: ArchiveServer = {
    archive: {
      id: "northgate",
      name: "Northgate",
      address: `http://127.0.0.1:${port}/dicom-web/`,
      organisations: undefined,
      authorization: "Basic dTpw",
    },
    asked: [],
    authorizations: [],
    other: undefined,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
  return made;
}

function answer(
  url: URL,
  instances: readonly ArchivedInstance[],
  about: Readonly<Record<string, unknown>>,
  response: ServerResponse,
): void {
  const parts = url.pathname.split("/").slice(3);
  const fitting = instances.filter(
    ({ study, series, instance }) =>
      [study, series, instance].every((uid, at) => (parts[at * 2] ?? uid) === uid) &&
      (url.searchParams.get("StudyInstanceUID") ?? study) === study,
  );
  const [one] = fitting;
  if (parts.length < 5) {
    const page = pageOf(listOf(fitting, parts.length, about), url.searchParams);
    response.setHeader("content-type", dicomJson).end(JSON.stringify(page));
  } else if (one) response.setHeader("content-type", multipartType).end(messageOf(one.file));
  else response.writeHead(404).end();
}

export const messageOf = (...files: readonly Uint8Array[]): Buffer =>
  Buffer.concat([
    ...files.flatMap((file) => [
      Buffer.from("--b\r\nContent-Type: application/dicom\r\n\r\n"),
      file,
      Buffer.from("\r\n"),
    ]),
    Buffer.from("--b--\r\n"),
  ]);

const ui = (uid: string) => ({ vr: "UI", Value: [uid] });
const is = (count: number) => ({ vr: "IS", Value: [count] });

/** One for each study, series or instance, by how many parts the path has. */
function listOf(
  instances: readonly ArchivedInstance[],
  parts: number,
  about: Readonly<Record<string, unknown>>,
): readonly unknown[] {
  const by = parts < 2 ? "study" : parts < 4 ? "series" : "instance";
  return [...Map.groupBy(instances, (one) => one[by])].map(([uid, of]) => {
    if (by === "study") return { ...about, "0020000D": ui(uid), "00201208": is(of.length) };
    if (by === "series") return { "0020000E": ui(uid), "00201209": is(of.length) };
    return { "00080018": ui(uid) };
  });
}

function pageOf(list: readonly unknown[], query: URLSearchParams): readonly unknown[] {
  const from = Number(query.get("offset") ?? 0);
  return list.slice(from, from + Number(query.get("limit") ?? list.length));
}
