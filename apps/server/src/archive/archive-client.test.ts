import { createServer } from "node:http";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  type ArchiveServer,
  messageOf,
  multipartType,
  type OtherAnswer,
  startArchiveServer,
} from "../testing/archive-server.ts";
import { sliceOf } from "../testing/hand-over.ts";
import { freePort } from "../testing/start-test-server.ts";
import { ArchiveFailure } from "./archive-problem.ts";
import type { Archive } from "./archive.ts";
import { askArchive } from "./ask-archive.ts";
import { fetchInstance } from "./fetch-instance.ts";
import { findStudies, findStudy, mostStudies } from "./find-studies.ts";
import { listInstances } from "./list-instances.ts";

const study = "2.25.1001";
const series = "2.25.1002";
const instances = [1, 2, 3, 4, 5].map((at) => ({
  study,
  series,
  instance: `2.25.${2000 + at}`,
  file: sliceOf(at),
}));
const about = {
  "00100010": { vr: "PN", Value: [{ Alphabetic: "Lind^Mara^^Dr" }] },
  "00100020": { vr: "LO", Value: ["17"] },
  "00100030": { vr: "DA", Value: ["19610402"] },
  "00080020": { vr: "DA", Value: ["20261103"] },
  "00080050": { vr: "SH" },
  "00081030": { vr: "LO", Value: ["CT\tabdomen\u0007"] },
  "00080061": { vr: "CS", Value: ["CT", "SR"] },
};
const wanted = "includefield=00081030&includefield=00080061&includefield=00201208";
const { signal } = new AbortController();

let server: ArchiveServer;
let archive: Archive;
beforeEach(async () => {
  server = await startArchiveServer(instances, about);
  ({ archive } = server);
});
afterEach(() => server.close());

const problemOf = (asked: Promise<unknown>) =>
  asked.then(
    () => "none",
    (error: unknown) => (error instanceof ArchiveFailure ? error.problem : error),
  );
const json =
  (body: string, type = "application/dicom+json"): OtherAnswer =>
  (_request, response) => {
    response.setHeader("content-type", type).end(body);
    return true;
  };
const status =
  (code: number): OtherAnswer =>
  (_request, response) => {
    response.writeHead(code).end("<html>");
    return true;
  };

describe("a search", () => {
  test("asks for what was said, with our credentials, and reads what a list shows", async () => {
    const search = { family: "Lind", given: "má", born: "1961-04-02", from: "2026-01-01", modality: "CT" };
    const { studies, isMore } = await findStudies(archive, search, signal);
    expect(server.asked).toEqual([
      `studies?PatientName=Lind*&PatientBirthDate=19610402&StudyDate=20260101-&ModalitiesInStudy=CT&${wanted}&limit=201`,
    ]);
    expect(server.authorizations).toEqual(["Basic dTpw"]);
    expect(isMore).toBe(false);
    expect(studies).toEqual([
      {
        study,
        name: "Dr Mara Lind",
        born: "1961-04-02",
        patientId: "17",
        accession: "",
        date: "2026-11-03",
        description: "CT abdomen",
        modalities: ["CT", "SR"],
        images: 5,
      },
    ]);
  });

  test("writes a name so that no archive has to undo escapes, and compares the given name itself", async () => {
    await findStudies(archive, { family: "O'Neil van Ärn", accession: "A/7:2 b&c" }, signal);
    expect(server.asked).toEqual([
      `studies?PatientName=O?Neil?van??rn*&AccessionNumber=A/7:2%20b%26c&${wanted}&limit=51`,
    ]);
    expect((await findStudies(archive, { family: "Lind", given: "Mar Lin" }, signal)).studies).toHaveLength(
      1,
    );
    for (const given of ["Maria", "Jonas", "ara"])
      expect((await findStudies(archive, { family: "Lind", given }, signal)).studies).toEqual([]);
  });

  test("says that there is more than it lists, also where an archive knows no limit", async () => {
    const many = Array.from({ length: 80 }, (_, at) => ({ "0020000D": { Value: [`2.25.${at}`] } }));
    server.other = json(JSON.stringify(many));
    const { studies, isMore } = await findStudies(archive, { patientId: "17" }, signal);
    expect([studies.length, isMore]).toEqual([mostStudies, true]);
    expect(studies[0]).toMatchObject({ name: "", born: null, date: null, images: null, modalities: [] });
  });

  test("that finds nothing is an empty list, as an empty answer or as none", async () => {
    for (const answer of [status(204), json("[]")]) {
      server.other = answer;
      expect(await findStudies(archive, { patientId: "18" }, signal)).toEqual({ studies: [], isMore: false });
    }
    expect(await problemOf(findStudy(archive, "2.25.9", signal))).toBe("not-found");
  });

  test.each([
    ["refused credentials", status(401), "credentials-refused"],
    ["a right that we have not", status(403), "credentials-refused"],
    ["an address that is not there", status(404), "not-found"],
    ["too much to answer", status(413), "too-large"],
    ["a server behind it that is slow", status(504), "too-slow"],
    ["a fault of its own", status(500), "failed"],
    ["a part of an answer", status(206), "failed"],
    ["a page for people", json("<html>", "text/html"), "not-dicom"],
    ["JSON that ends too early", json('[{"0020000D":'), "not-dicom"],
    ["JSON of another shape", json('{"studies":[]}'), "not-dicom"],
    ["a study without an identifier", json('[{"0020000D":{"vr":"UI","Value":["../x"]}}]'), "not-dicom"],
    ["an endless answer", json(`[${" ".repeat(9 * 2 ** 20)}]`), "too-large"],
  ])("that is answered with %s", async (_what, other, problem) => {
    server.other = other;
    expect(await problemOf(findStudies(archive, { patientId: "17" }, signal))).toBe(problem);
  });

  test("follows nobody to another address", async () => {
    const visits: unknown[] = [];
    const elsewhere = createServer((request, response) => {
      visits.push(request.headers.authorization);
      response.end("[]");
    });
    const port = await freePort();
    elsewhere.listen(port);
    server.other = (_request, response) => {
      response.writeHead(307, { location: `http://127.0.0.1:${port}/` }).end();
      return true;
    };
    expect(await problemOf(findStudies(archive, { patientId: "17" }, signal))).toBe("elsewhere");
    expect(visits).toEqual([]);
    elsewhere.close();
  });

  test("of an archive that is not there", async () => {
    const nobody = { ...archive, address: `http://127.0.0.1:${await freePort()}/` };
    expect(await problemOf(findStudies(nobody, { patientId: "17" }, signal))).toBe("unreachable");
  });
});

const names = async () => (await listInstances(archive, study, signal)).map(({ instance }) => instance);

describe("the list of instances", () => {
  const all = instances.map(({ instance }) => instance);

  test("names each once, also of an archive that gives two at a time or all of them each time", async () => {
    expect(await names()).toEqual(all);
    server.other = ({ url = "" }, response) => {
      const offset = Number(/offset=(\d+)/.exec(url)?.[1] ?? 0);
      if (!url.includes("/instances")) return false;
      const page = instances
        .slice(offset, offset + 2)
        .map(({ instance }) => ({ "00080018": { Value: [instance] } }));
      response.setHeader("content-type", "application/dicom+json").end(JSON.stringify(page));
      return true;
    };
    expect(await names()).toEqual(all);
    const whole = instances.map(({ instance }) => ({ "00080018": { Value: [instance] } }));
    server.other = (request, response) =>
      request.url?.includes("/instances") === true && json(JSON.stringify(whole))(request, response);
    expect(await names()).toEqual(all);
  });

  test("is not complete where fewer are named than there are said to be", async () => {
    server.other = (request, response) =>
      request.url?.includes("/instances") === true && json("[]")(request, response);
    expect(await problemOf(names())).toBe("incomplete");
    const stated = [{ "0020000D": { Value: [study] }, "00201208": { Value: ["6"] } }];
    server.other = (request, response) =>
      request.url?.includes("StudyInstanceUID") === true && json(JSON.stringify(stated))(request, response);
    expect(await problemOf(names())).toBe("incomplete");
  });

  test("that never ends is given up", async () => {
    let at = 0;
    server.other = (request, response) => {
      if (!request.url?.includes("/instances")) return false;
      const page = Array.from({ length: 500 }, () => ({ "00080018": { Value: [`2.25.${(at += 1)}`] } }));
      return json(JSON.stringify(page))(request, response);
    };
    expect(await problemOf(names())).toBe("too-large");
  });
});

const sends =
  (body: Uint8Array, headers: Readonly<Record<string, string>> = {}): OtherAnswer =>
  (_request, response) => {
    response.writeHead(200, { "content-type": multipartType, ...headers }).end(body);
    return true;
  };

describe("an instance", () => {
  const [first] = instances;
  const at = { study, series, instance: "2.25.2001" };
  const fetched = (silence?: number) => fetchInstance(archive, at, signal, silence);
  const message = messageOf(sliceOf(1));

  test("comes as it is stored", async () => {
    expect(await fetched()).toEqual(Buffer.from(first?.file ?? []));
    expect(server.asked).toEqual([`studies/${study}/series/${series}/instances/2.25.2001`]);
  });

  test.each([
    ["another instance", sends(messageOf(sliceOf(2))), "other-instance"],
    ["two instances", sends(messageOf(sliceOf(1), sliceOf(2))), "other-instance"],
    ["no part", sends(Buffer.from("--b--\r\n")), "not-dicom"],
    ["bytes that are no DICOM", sends(messageOf(Buffer.alloc(500))), "not-dicom"],
    ["the file without its frame", sends(sliceOf(1), { "content-type": "application/dicom" }), "not-dicom"],
    ["a page for people", sends(Buffer.from("<html>"), { "content-type": "text/html" }), "not-dicom"],
    ["a message without its end", sends(message.subarray(0, -9)), "cut-off"],
    ["less than it says", sends(message, { "content-length": String(message.length + 50) }), "cut-off"],
    ["more than it says", sends(message, { "content-length": String(message.length - 9) }), "cut-off"],
    ["nothing", status(404), "not-found"],
  ])("that comes as %s", async (what, other, problem) => {
    server.other = (request, response) => {
      const hasAnswered = other(request, response);
      // A server that has sent less than it said ends the connection.
      if (what === "less than it says") setTimeout(() => request.socket.destroy(), 50);
      return hasAnswered;
    };
    expect(await problemOf(fetched())).toBe(problem);
  });

  test("whose connection ends in the middle is cut off", async () => {
    server.other = (_request, response) => {
      response.writeHead(200, { "content-type": multipartType });
      response.write(message.subarray(0, 300), () => response.destroy());
      return true;
    };
    expect(await problemOf(fetched())).toBe("cut-off");
  });

  test("of which nothing more comes is too slow, before the answer and in its middle", async () => {
    server.other = () => true;
    expect(await problemOf(fetched(100))).toBe("too-slow");
    server.other = (_request, response) => {
      response.writeHead(200, { "content-type": multipartType });
      response.write(message.subarray(0, 300));
      return true;
    };
    expect(await problemOf(fetched(100))).toBe("too-slow");
  });

  test("that trickles takes no longer than all of an answer may", async () => {
    server.other = (_request, response) => {
      response.writeHead(200, { "content-type": multipartType });
      const timer = setInterval(() => response.write(" "), 20);
      response.on("close", () => clearInterval(timer));
      return true;
    };
    const question = { path: "studies", accept: "*/*", within: 200, signal };
    const asked = askArchive(archive, question, async ({ body }) => {
      for await (const chunk of body) expect(chunk.length).toBeGreaterThan(0);
    });
    expect(await problemOf(asked)).toBe("too-slow");
  });

  test("that is stopped throws what it was stopped with", async () => {
    server.other = () => true;
    const stopping = new AbortController();
    const asked = fetchInstance(archive, at, stopping.signal);
    stopping.abort(new ArchiveFailure("right-ended"));
    expect(await problemOf(asked)).toBe("right-ended");
  });
});
