import { Uppy } from "@uppy/core";
import Tus from "@uppy/tus";
import { nameIn } from "./chosen-file.ts";
import { sendFailure } from "./send-failure.ts";
import type { Job, SendEvents, Sending, Transport } from "./transport.ts";

/** Bytes of one request. */
const piece = 8 * 1024 * 1024;
const atOnce = 3;

/** Where the files of a delivery go, and what says who sends them. */
export interface UploadWay {
  readonly endpoint: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Said of each file beside its name. */
  readonly meta: Readonly<Record<string, string>>;
}

/** What fails is said on the screen. */
const silent = { debug: () => undefined, warn: () => undefined, error: () => undefined };

type TusFile = NonNullable<ReturnType<Uppy["getFile"]>["tus"]>;

/**
 * Uppy with tus, for as many files as are sent at once: which comes next, and when something is tried again, is the delivery's
 * to say. Uppy remembers nothing of its own on this device.
 */
export function createTusTransport({ endpoint, headers, meta }: UploadWay, delivery: string): Transport {
  const uppy = new Uppy({ logger: silent }).use(Tus, {
    endpoint,
    chunkSize: piece,
    limit: atOnce,
    retryDelays: [],
    storeFingerprintForResuming: false,
    headers: { ...headers },
    // Of one that a file does not have, Uppy would say "undefined".
    allowedMetaFields: [...Object.keys(meta), "filename", "filetype", "relativePath", "delivery", "file"],
  });
  const listeners = new Map<string, SendEvents>();
  uppy.on("upload-progress", (file, { bytesUploaded }) => {
    if (file) listeners.get(file.id)?.progress(bytesUploaded);
  });
  uppy.on("upload-success", (file) => {
    if (file) listeners.get(file.id)?.arrived();
  });
  return {
    send: (job, events) => {
      const { name, type } = { name: nameIn(job.path), type: job.file.type };
      const id = uppy.addFile({
        name,
        type,
        data: job.file,
        // The last two tell Uppy two files apart that differ in their folder only.
        meta: { ...meta, delivery, file: job.id, filename: name, filetype: type, relativePath: job.path },
      });
      listeners.set(id, events);
      return sendOne(uppy, id, job, events, () => listeners.delete(id));
    },
    close: () => {
      listeners.clear();
      // Paused first: destroyed, Uppy would ask the server to remove what has arrived.
      uppy.pauseAll();
    },
  };
}

function sendOne(uppy: Uppy, id: string, job: Job, events: SendEvents, forget: () => void): Sending {
  const conversation = converse(job.url, events);
  uppy.setFileState(id, {
    tus: {
      ...conversation.hooks,
      // What fits into one request comes with its announcement: half the requests for slices.
      uploadDataDuringCreation: job.file.size <= piece,
      ...(job.url !== null && { uploadUrl: job.url }),
    },
  });
  const remove = () => {
    forget();
    if (uppy.getFile(id)) uppy.removeFile(id);
  };
  const untilItEnds = async () => {
    await uppy.upload();
    const file = uppy.getFile(id);
    if (!file) return;
    const { status, body } = conversation.lastAnswer();
    const failure = file.error ? sendFailure(status, body) : undefined;
    remove();
    if (failure) events.failed(failure);
  };
  void untilItEnds();
  const setPaused = (isPaused: boolean) => {
    const file = uppy.getFile(id);
    if (file && (file.isPaused ?? false) !== isPaused) uppy.pauseResume(id);
  };
  return { pause: () => setPaused(true), resume: () => setPaused(false), remove };
}

/**
 * What one file says to the server and hears. The client of tus makes a new upload wherever asking after the old one fails, which
 * behind a proxy that answers for a server that is away would leave the old one behind: it may so only where the server says
 * that there is none.
 */
function converse(known: string | null, events: SendEvents) {
  let hasPlace = known !== null;
  let answer = { status: 0, body: "" };
  const hooks: Pick<TusFile, "onBeforeRequest" | "onAfterResponse"> = {
    onBeforeRequest: (request) => {
      if (request.getMethod() === "POST" && hasPlace) throw new Error("The upload has a place on the server");
      answer = { status: 0, body: "" };
    },
    onAfterResponse: (request, response) => {
      const status = response.getStatus();
      answer = { status, body: response.getBody() };
      if (request.getMethod() === "HEAD" && (status === 404 || status === 410)) hasPlace = false;
      if (status >= 400) return;
      const place = request.getMethod() === "POST" ? response.getHeader("Location") : undefined;
      if (place !== undefined) {
        hasPlace = true;
        events.located(new URL(place, location.href).pathname);
      }
      events.gotThrough();
    },
  };
  return { hooks, lastAnswer: () => answer };
}
