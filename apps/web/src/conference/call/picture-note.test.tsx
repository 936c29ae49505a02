import { act, screen } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { RoomAround } from "../room/room-around.tsx";
import { openTestRoom, own, peerOf } from "../room/testing-live.tsx";
import { CallAround } from "./call-around.tsx";
import { CallPhone } from "./call-phone.tsx";
import type { Grade } from "./judge-line.ts";
import { PictureNote } from "./picture-note.tsx";
import { useMiddle } from "./use-middle.ts";

const judged = vi.hoisted((): { line: Grade; judge: (line: Grade) => void } => ({
  line: "good",
  judge: () => undefined,
}));
vi.mock(import("./use-quality.ts"), async () => {
  const { useState } = await import("react");
  return {
    useQuality: () => {
      const [line, judge] = useState<Grade>(judged.line);
      judged.judge = judge;
      return { line, out: line, tracks: new Map() };
    },
  };
});

beforeEach(() => {
  judged.line = "good";
  vi.useFakeTimers();
});

const Phone = () => <CallPhone middle={useMiddle()} stage={() => {}} notes={null} />;

const judge = (line: Grade) => act(() => judged.judge(line));
const pass = (seconds: number) => act(() => void vi.advanceTimersByTime(seconds * 1000));
const note = () => screen.queryByText("The line is bad.");

test("a bad line is spoken of until it was good for ten seconds, not with each count", () => {
  openTestRoom({}, [peerOf(own)]).show(
    <CallAround>
      <PictureNote />
    </CallAround>,
  );
  expect(note()).toBeNull();
  judge("bad");
  const first = note();
  expect(first).toBeTruthy();
  judge("good");
  pass(9);
  judge("bad");
  judge("weak");
  pass(9);
  expect(note()).toBe(first);
  pass(2);
  expect(note()).toBeNull();
});

test("on a telephone it stands on the picture, and pushes nothing", () => {
  judged.line = "bad";
  openTestRoom({}, [peerOf(own)]).show(
    <RoomAround>
      <CallAround>
        <Phone />
      </CallAround>
    </RoomAround>,
  );
  expect(note()?.closest("main output")?.className).toBe("phone-note");
});
