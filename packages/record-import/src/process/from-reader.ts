import { waveformSchema } from "@consilium/clinical";
import type { FileReading } from "../file-reading.ts";
import { isOutcomeReason } from "../reasons.ts";
import { type FromReader, mostPiece } from "./protocol.ts";

/** The reading process has read hostile files: what it says is looked at like anything else from outside. */
type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const mostText = 4000;
const isText = (value: unknown): value is string => typeof value === "string" && value.length <= mostText;

const isPatient = (value: unknown): boolean =>
  isFields(value) && isText(value["name"]) && (value["birthDate"] === null || isText(value["birthDate"]));

const isNotUnderstood = (value: unknown): boolean =>
  isFields(value) &&
  isText(value["type"]) &&
  (value["part"] === null || isText(value["part"])) &&
  isText(value["gap"]) &&
  isCount(value["count"]) &&
  isListOf(value["ids"], isText) &&
  (value["written"] === undefined || isListOf(value["written"], isText));

const isListOf = (value: unknown, is: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(is);

const isPart = (value: unknown): boolean =>
  value === null ||
  (isFields(value) && value["kind"] === "pictures" && Array.isArray(value["pictures"])) ||
  (isFields(value) && value["kind"] === "instance" && isFiled(value["filed"]) && isFields(value["file"])) ||
  (isFields(value) && value["kind"] === "directory" && isListOf(value["listed"], isListed));

const isListed = (value: unknown): boolean =>
  isFields(value) &&
  [value["studyUid"], value["instanceUid"]].every((uid) => uid === "" || isUid(uid)) &&
  isText(value["study"]) &&
  isText(value["path"]);

const isUid = (value: unknown): boolean => typeof value === "string" && /^[0-9.]{1,64}$/.test(value);

/** What is served later by its places must lie in the file. The rest of it is shown to people, or left out where it does not fit. */
function isFiled(value: unknown): boolean {
  if (!isFields(value) || !isFields(value["instance"]) || !isCount(value["bytes"])) return false;
  const { instance, bytes } = value;
  const isRange = (range: unknown) =>
    Array.isArray(range) &&
    range.length === 2 &&
    range.every(isCount) &&
    Number(range[0]) + Number(range[1]) <= bytes;
  const areFrames = (pixels: unknown) =>
    pixels === null || (isFields(pixels) && isListOf(pixels["frames"], (frame) => isListOf(frame, isRange)));
  const isWaveform = (waveform: unknown) =>
    waveform === undefined ||
    waveform === null ||
    (isFields(waveform) && (isNotPlaced(waveform) || isPlaced(waveform)));
  const isPlaced = (waveform: Fields) =>
    waveform["is"] === "placed" &&
    waveformSchema.safeParse(waveform).success &&
    isListOf(waveform["groups"], (group) => isFields(group) && isRange(group["range"]));
  const areBulk = (bulk: unknown) =>
    bulk === undefined ||
    bulk === null ||
    (isFields(bulk) && Object.entries(bulk).every(([tag, range]) => isTag(tag) && isRange(range)));
  return (
    [instance["studyUid"], instance["seriesUid"], instance["instanceUid"]].every(isUid) &&
    isFields(instance["metadata"]) &&
    areFrames(instance["pixels"]) &&
    isWaveform(instance["waveform"]) &&
    areBulk(instance["bulk"])
  );
}

const isTag = (tag: string): boolean => /^[0-9A-F]{8}$/.test(tag);

const isNotPlaced = ({ is, reason }: Fields): boolean =>
  is === "not-placed" && (reason === "form" || reason === "too-long");

/** Records and parts are parsed where they are gathered, by the schema of records. */
function isReading(value: unknown): value is FileReading {
  if (!isFields(value)) return false;
  const { is, reason } = value;
  if (is === "not-read" || is === "ignored") return isOutcomeReason(reason);
  if (reason !== null && !isOutcomeReason(reason)) return false;
  if (is === "unpacked") return true;
  return (
    is === "kept" &&
    Array.isArray(value["records"]) &&
    isPart(value["part"]) &&
    (value["original"] === null || isFields(value["original"])) &&
    isListOf(value["patients"], isPatient) &&
    isListOf(value["notUnderstood"], isNotUnderstood)
  );
}

const shapes: Readonly<Record<FromReader["say"], (message: Fields) => boolean>> = {
  read: ({ request, offset, length }) =>
    isCount(request) && isCount(offset) && isCount(length) && length <= mostPiece,
  begin: ({ request, path, bytes }) => isCount(request) && isText(path) && isCount(bytes),
  "takes-long": () => true,
  settle: ({ path, reading }) => isText(path) && isReading(reading),
  store: ({ request, name, mediaType }) => isCount(request) && isText(name) && isText(mediaType),
  piece: ({ request, store, bytes }) =>
    isCount(request) && isCount(store) && bytes instanceof Uint8Array && bytes.length <= mostPiece,
  own: ({ request, store, offset, length }) =>
    isCount(request) && isCount(store) && isCount(offset) && isCount(length),
  "stored-all": ({ store }) => isCount(store),
  fault: ({ path, trace }) => isText(path) && isText(trace),
  done: () => true,
};

export function isFromReader(message: unknown): message is FromReader {
  if (!isFields(message) || typeof message["say"] !== "string") return false;
  const { say } = message;
  return Object.entries(shapes).some(([name, holds]) => name === say && holds(message));
}
