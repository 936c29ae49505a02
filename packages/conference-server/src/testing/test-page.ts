import type { Notice } from "@consilium/conference";
import { readTold } from "@consilium/conference";
import type { Attending, Connection } from "../room-state.ts";
import type { Room } from "../room.ts";

/** A page of somebody, as far as a room sees it. */
export interface TestPage {
  readonly connection: Connection;
  /** What it was told unasked, in order. */
  readonly heard: Notice[];
  readonly closed: string[];
  /** Asks, and gives the answer's data or the reason. */
  readonly ask: (method: string, data?: unknown, id?: string) => Promise<unknown>;
  readonly say: (text: string) => void;
  /** What came without an id. */
  readonly complaints: unknown[];
}

let asked = 0;

/** Opens a page; nothing is said yet. */
export function openPage(room: Room, person: Attending): TestPage {
  const heard: Notice[] = [];
  const closed: string[] = [];
  const complaints: unknown[] = [];
  const waiting = new Map<string, (told: unknown) => void>();
  const connection: Connection = {
    send: (text) => {
      const told = readTold(text);
      if (told?.is === "notice") heard.push(told.notice);
      else if (told?.is === "answer") {
        const { answer } = told;
        waiting.get(answer.id)?.(answer.ok ? answer.data : answer.reason);
      } else complaints.push(JSON.parse(text));
    },
    close: (reason) => {
      closed.push(reason);
      room.lost(person.seat, connection);
    },
  };
  room.open(person, connection);
  return {
    connection,
    heard,
    closed,
    complaints,
    say: (text) => room.said(person.seat, connection, text),
    ask: (method, data = {}, id = `request ${(asked += 1)}`) =>
      new Promise((resolve) => {
        waiting.set(id, resolve);
        room.said(person.seat, connection, JSON.stringify({ id, method, data }));
      }),
  };
}

/** Opens a page, says who it is, and goes in as far as they may. */
export async function enter(room: Room, person: Attending): Promise<TestPage> {
  const page = openPage(room, person);
  await page.ask("join", { version: 1 });
  await page.ask("goIn");
  return page;
}
