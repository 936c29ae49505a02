import { type Decode, decodeFor } from "./character-set.ts";
import { type ByteRange, type DataElement, DataSet } from "./data-set.ts";
import { dicomLimits } from "./dicom-limits.ts";
import type { DicomWarning } from "./dicom-warning.ts";
import { type Encoding, implicitLittleEndian } from "./transfer-syntax.ts";
import { hasShortLength, isPrivateTag, isRepresentation, representationOf } from "./value-representation.ts";

const characterSet = 0x00080005;
const pixelRepresentation = 0x00280103;
const pixelData = 0x7fe00010;
const item = 0xfffee000;
const itemEnd = 0xfffee00d;
const sequenceEnd = 0xfffee0dd;
const undefinedLength = 0xffffffff;

export type ElementRefusal = "too-deep" | "too-many-elements";

interface Head {
  readonly tag: number;
  readonly vr: string;
  readonly length: number;
}

/** Where reading goes on inside an item: its bounds, its depth and how it is written. */
interface Room {
  readonly end: number;
  readonly depth: number;
  readonly encoding: Encoding;
}

/**
 * Reads data elements one after the other, each byte once. A value is never longer than what holds it; where an item
 * contradicts itself, reading goes on after the next thing whose length is known.
 */
export class ElementReader {
  private readonly file: Uint8Array;
  private readonly view: DataView;
  private readonly warn: (warning: DicomWarning) => void;
  private at: number;
  private count = 0;
  private signed = false;
  refusal: ElementRefusal | null = null;

  constructor(file: Uint8Array, at: number, warn: (warning: DicomWarning) => void) {
    this.file = file;
    this.view = new DataView(file.buffer, file.byteOffset, file.byteLength);
    this.at = at;
    this.warn = warn;
  }

  get position(): number {
    return this.at;
  }

  /** Elements from here on: all, or those of one group. */
  read(encoding: Encoding, group: number | null = null): DataSet {
    const set = new DataSet({ file: this.file, encoding }, decodeFor([], this.warn));
    this.readInto(set, { end: this.file.length, depth: 0, encoding }, group);
    return set;
  }

  /** False where the bytes stopped making sense before the end. */
  private readInto(set: DataSet, room: Room, group: number | null = null): boolean {
    while (this.at < room.end) {
      const start = this.at;
      // What follows the group may be written in another way.
      if (group !== null && !this.isIn(group, room)) return true;
      const head = this.readHead(room);
      if (head === null) return this.stop(start, room);
      const closes = head.tag === itemEnd || head.tag === sequenceEnd;
      if (closes && room.depth === 0) {
        this.warn("damaged");
        continue;
      }
      if (head.tag === itemEnd) return true;
      if (head.tag === sequenceEnd) {
        this.at = start;
        return true;
      }
      if (!this.counts() || !this.readValue(set, head, room)) return false;
    }
    return true;
  }

  /** What is left is no element: padding, a cut, or damage. */
  private stop(start: number, room: Room): boolean {
    if (this.file.subarray(start, room.end).every((byte) => byte === 0)) {
      this.at = room.end;
      return true;
    }
    this.warn(room.end - start < 12 && room.end === this.file.length ? "cut-short" : "damaged");
    return false;
  }

  private counts(): boolean {
    this.count += 1;
    if (this.count > dicomLimits.elements) this.refusal ??= "too-many-elements";
    return this.refusal === null;
  }

  private isIn(group: number, { end, encoding }: Room): boolean {
    return this.at + 2 <= end && this.view.getUint16(this.at, encoding.littleEndian) === group;
  }

  private tagAt(at: number, littleEndian: boolean): number {
    return this.view.getUint16(at, littleEndian) * 0x10000 + this.view.getUint16(at + 2, littleEndian);
  }

  private readHead({ end, encoding }: Room): Head | null {
    const { explicit, littleEndian } = encoding;
    if (this.at + 8 > end) return null;
    const tag = this.tagAt(this.at, littleEndian);
    if (tag === 0) return null;
    if (!explicit || tag === item || tag === itemEnd || tag === sequenceEnd) {
      const length = this.view.getUint32(this.at + 4, littleEndian);
      this.at += 8;
      return tag === item ? null : { tag, vr: representationOf(tag, this.signed), length };
    }
    const vr = String.fromCharCode(this.file[this.at + 4] ?? 0, this.file[this.at + 5] ?? 0);
    if (!isRepresentation(vr)) return null;
    if (hasShortLength(vr)) {
      const length = this.view.getUint16(this.at + 6, littleEndian);
      this.at += 8;
      return { tag, vr, length };
    }
    if (this.at + 12 > end) return null;
    const length = this.view.getUint32(this.at + 8, littleEndian);
    this.at += 12;
    return { tag, vr, length };
  }

  private readValue(set: DataSet, head: Head, room: Room): boolean {
    if (head.length === undefinedLength) return this.readUndefinedLength(set, head, room);
    const range = this.clamp(head.length, room.end);
    if (range === null) return false;
    const [start, length] = range;
    const vr = this.settledRepresentation(head, room.encoding);
    if (vr === "SQ") {
      const encoding = head.vr === "UN" ? implicitLittleEndian : room.encoding;
      this.readSequence(set, head.tag, { end: start + length, depth: room.depth, encoding });
    } else this.add(set, { tag: head.tag, vr, range, items: [], fragments: null });
    this.at = start + length;
    return this.refusal === null && length === head.length;
  }

  /** A known public element that went through a system which did not know it is written as "UN". */
  private settledRepresentation({ tag, vr }: Head, { littleEndian }: Encoding): string {
    return vr === "UN" && littleEndian && !isPrivateTag(tag) ? representationOf(tag, this.signed) : vr;
  }

  /** From here on. Null where the length contradicts what is around it; shorter where the file ends before. */
  private clamp(length: number, end: number): ByteRange | null {
    if (this.at + length <= end) return [this.at, length];
    if (end < this.file.length) {
      this.warn("damaged");
      return null;
    }
    this.warn("cut-short");
    return [this.at, end - this.at];
  }

  private readUndefinedLength(set: DataSet, { tag, vr }: Head, room: Room): boolean {
    const { explicit } = room.encoding;
    const start = this.at;
    if (tag === pixelData || (explicit && /^O[BW]$/.test(vr))) {
      const fragments: ByteRange[] = [];
      const sound = this.readFragments(fragments, room);
      this.add(set, { tag, vr, range: [start, this.at - start], items: [], fragments });
      return sound;
    }
    if (explicit && vr !== "SQ" && vr !== "UN") {
      this.warn("damaged");
      return false;
    }
    // PS3.5, 6.2.2: a sequence in "UN" is written in implicit syntax.
    const encoding = explicit && vr === "UN" ? implicitLittleEndian : room.encoding;
    return this.readSequence(set, tag, { ...room, encoding });
  }

  private readSequence(set: DataSet, tag: number, room: Room): boolean {
    if (room.depth >= dicomLimits.depth) {
      this.refusal ??= "too-deep";
      return false;
    }
    const start = this.at;
    const items: DataSet[] = [];
    const sound = this.readItems(items, set.decode, { ...room, depth: room.depth + 1 });
    this.add(set, { tag, vr: "SQ", range: [start, this.at - start], items, fragments: null });
    return sound;
  }

  private readItems(items: DataSet[], decode: Decode, room: Room): boolean {
    while (this.at + 8 <= room.end) {
      const length = this.nextItem(room.encoding);
      if (length === "end") return true;
      if (length === null || !this.counts()) return false;
      const set = new DataSet({ file: this.file, encoding: room.encoding }, decode);
      items.push(set);
      if (length === undefinedLength) {
        if (!this.readInto(set, room)) return false;
        continue;
      }
      const range = this.clamp(length, room.end);
      if (range === null) return false;
      const end = this.at + range[1];
      this.readInto(set, { ...room, end });
      this.at = end;
      if (this.refusal !== null || range[1] !== length) return false;
    }
    return true;
  }

  private readFragments(fragments: ByteRange[], { end, encoding }: Room): boolean {
    while (this.at + 8 <= end) {
      const length = this.nextItem(encoding);
      if (length === "end") return true;
      if (length === null || !this.counts()) return false;
      const range = this.clamp(length, end);
      if (range === null) return false;
      fragments.push(range);
      this.at += range[1];
      if (range[1] !== length) return false;
    }
    this.warn("cut-short");
    return false;
  }

  /** The length of the item that begins here; null where none does. */
  private nextItem({ littleEndian }: Encoding): number | "end" | null {
    const tag = this.tagAt(this.at, littleEndian);
    if (tag !== item && tag !== sequenceEnd) {
      this.warn("damaged");
      return null;
    }
    const length = this.view.getUint32(this.at + 4, littleEndian);
    this.at += 8;
    return tag === sequenceEnd ? "end" : length;
  }

  /** The character set and the sign of pixels decide how what follows is read. */
  private add(set: DataSet, element: DataElement): void {
    if (!set.add(element)) this.warn("repeated-element");
    else if (element.tag === characterSet) set.decode = decodeFor(set.texts(characterSet), this.warn);
    else if (element.tag === pixelRepresentation) this.signed = set.number(pixelRepresentation) === 1;
  }
}
