import type { Notice, Source } from "@consilium/conference";
import { type Attending, Room, type RoomSettings } from "@consilium/conference-server";
import { FakeMedia } from "@consilium/conference-server/testing";
import { FakeMediaStreamTrack } from "fake-mediastreamtrack";
import * as fakeParameters from "mediasoup-client/fakeParameters";
import { FakeHandler } from "mediasoup-client/handlers/FakeHandler";
import type { HandlerFactory } from "mediasoup-client/types";
import { vi } from "vitest";
import { Call, type CallEvents, type Received } from "../index.ts";
import { type LineEvents, Signalling } from "../signalling.ts";

export const doctor: Attending = {
  seat: "01KDVDNA00TN9P6MHT5FWG4V01",
  name: "Dr Adaeze Okonkwo",
  party: "host",
};
export const patient: Attending = {
  seat: "01KDVDNA00TN9P6MHT5FWG4V02",
  name: "Marisol Quintana",
  party: "member",
};

export const track = (kind: "audio" | "video") => new FakeMediaStreamTrack({ kind });

let made = 0;

/** A room without media, and pages of people in browsers that only say what they were asked. */
export class FakeRoom {
  readonly media = new FakeMedia(JSON.parse(JSON.stringify(fakeParameters.generateRouterRtpCapabilities())));
  /** What nobody expected. */
  readonly faults: unknown[] = [];
  readonly settings: RoomSettings;
  room: Room;

  constructor(settings: Partial<RoomSettings> = {}) {
    this.settings = {
      media: this.media,
      now: () => Date.now(),
      iceServersFor: () => [],
      mayShow: () => Promise.resolve(true),
      trace: () => Promise.resolve(),
      shown: () => Promise.resolve(),
      failed: (cause) => this.faults.push(cause),
      ...settings,
    };
    this.room = new Room(this.settings);
  }

  /** The server is another one: it knows who was in, and nothing of their streams. */
  startAnew(): void {
    this.room = new Room(this.settings, [doctor, patient]);
  }

  async enter(person: Attending, handlerFactory?: HandlerFactory) {
    const page = pageOf(person, () => this.room, handlerFactory);
    await vi.waitUntil(() => this.room.seats().includes(person.seat));
    await page.signalling.ask("join", { version: 1 });
    await page.signalling.ask("goIn", {});
    return page;
  }

  async meet(guestHandlers?: HandlerFactory) {
    const host = await this.enter(doctor);
    const guest = await this.enter(patient, guestHandlers);
    await host.signalling.ask("admit", { seat: patient.seat });
    await host.call.begin();
    await guest.call.begin();
    return { host, guest };
  }
}

/** A page of somebody: its line to the room can be cut, and comes back by itself. */
function pageOf(
  person: Attending,
  roomNow: () => Room,
  handlerFactory: HandlerFactory = FakeHandler.createFactory(fakeParameters),
) {
  const heard: Notice[] = [];
  const lost: boolean[] = [];
  let opened = 0;
  let looks: ((notice: Notice) => void) | undefined;
  const { events, ...told } = keepEvents();
  const { connect, ...line } = lineOf(person, roomNow);
  const signalling = new Signalling({
    connect,
    createId: () => `id ${(made += 1)}`,
    heard: (notice) => {
      heard.push(notice);
      hear(call, notice);
      looks?.(notice);
    },
    opened: (isAgain) => {
      opened += 1;
      if (isAgain) void signalling.ask("join", { version: 1 }).then(() => signalling.askAgain());
    },
    lost: (isFinal) => lost.push(isFinal),
  });
  const call = new Call({ signalling, events, handlerFactory });
  /** What is on screen does something at each notice. */
  const onNotice = (act: (notice: Notice) => void): void => {
    looks = act;
  };
  return { ...line, ...told, signalling, call, heard, lost, opened: () => opened, onNotice };
}

/** What streams tell a page. */
function keepEvents() {
  const received: Received[] = [];
  const gone: string[] = [];
  const known: number[] = [];
  const unsent = new Set<Source>();
  const unreceived: string[] = [];
  const events: CallEvents = {
    known: (streams) => known.push(streams.length),
    received: (one) => received.push(one),
    gone: (producer) => gone.push(producer),
    unsent: (source, isUnsent) => void (isUnsent ? unsent.add(source) : unsent.delete(source)),
    unreceived: (producer) => unreceived.push(producer),
  };
  return { events, received, gone, known, unsent, unreceived };
}

function hear(call: Call, notice: Notice): void {
  if (notice.method === "streamAdded") void call.added(notice.data);
  if (notice.method === "producerClosed") call.ended(notice.data.producer);
  if (notice.method === "moved") void call.begin();
}

function lineOf(person: Attending, roomNow: () => Room) {
  /** What the page asked of the room, in its order. */
  const asked: string[] = [];
  let cut: (() => void) | undefined;
  let isDown = false;
  const connect = (events: LineEvents) => {
    let isOpen = true;
    const connection = {
      send: (text: string) => {
        if (isOpen) queueMicrotask(() => events.said(text));
      },
      close: () => end(true),
    };
    const end = (isFinal: boolean): void => {
      if (!isOpen) return;
      isOpen = false;
      roomNow().lost(person.seat, connection);
      events.closed(isFinal);
    };
    cut = () => end(false);
    queueMicrotask(() => {
      if (isDown) return end(false);
      roomNow().open(person, connection);
      events.opened();
    });
    const send = (text: string): void => {
      if (!isOpen) return;
      asked.push(wordsOf(text));
      roomNow().said(person.seat, connection, text);
    };
    return { send, close: () => end(false) };
  };
  const setDown = (now: boolean): void => {
    isDown = now;
  };
  return { connect, asked, cut: () => cut?.(), setDown };
}

/** Plain values of a request: `setLayers consumer-7 0 2`. */
function wordsOf(text: string): string {
  const { method, data }: { readonly method: string; readonly data: object } = JSON.parse(text);
  return [method, ...Object.values(data).filter((value) => typeof value !== "object")].join(" ");
}
