import { fireEvent, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { openTestRoom, other, own, peerOf } from "../room/testing-live.tsx";
import { CallAround } from "./call-around.tsx";
import { RecordingNote } from "./recording-note.tsx";
import { RecordingSign } from "./recording-sign.tsx";

const both = [peerOf(own), peerOf(other, { party: "host" })];
const page = (
  <CallAround>
    <RecordingSign />
    <RecordingNote />
  </CallAround>
);

test("whoever is asked sees by whom, and answers with one press; nothing is recorded meanwhile", () => {
  const recording = { askedBy: other, agreed: [other], since: null };
  const room = openTestRoom({ recording }, both);
  room.show(page);
  expect(screen.getByText("Marisol Quintana asks whether this may be recorded.")).toBeTruthy();
  expect(screen.getByText("Not recorded")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "No" }));
  fireEvent.click(screen.getByRole("button", { name: "Yes, record" }));
  expect(room.asked).toEqual(["recordingConsent false", "recordingConsent true"]);
});

test("it begins by a clinician once nobody is missing, and not before", () => {
  const waiting = openTestRoom(
    { may: ["record"], recording: { askedBy: own, agreed: [own], since: null } },
    both,
  );
  waiting.show(page);
  expect(screen.getByText("Waiting until Marisol Quintana answers", { exact: false })).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Start recording" })).toBeNull();
});

test("once all have said yes a clinician begins it", () => {
  const recording = { askedBy: own, agreed: [own, other], since: null };
  const room = openTestRoom({ may: ["record"], recording }, both);
  room.show(page);
  fireEvent.click(screen.getByRole("button", { name: "Start recording" }));
  expect(room.asked).toEqual(["startRecording"]);
});

test("while it runs all see it, and whoever does not want it any more ends it", () => {
  const recording = { askedBy: other, agreed: [own, other], since: Date.now() };
  const room = openTestRoom({ recording }, both);
  room.show(page);
  expect(screen.getByText(/^Recorded since/)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Stop recording" }));
  expect(room.asked).toEqual(["recordingConsent false"]);
});

test("everybody is told that it ended, and that a question was refused, until they have seen it", () => {
  const room = openTestRoom({ recordingOver: "stopped" }, both);
  room.show(page);
  expect(screen.getByText("It is not recorded any more.")).toBeTruthy();
  expect(screen.getByText("Not recorded")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Close" }));
  expect(screen.queryByText("It is not recorded any more.")).toBeNull();
});

test("who have not answered yet are named, one or several", () => {
  const third = peerOf("01KDVDNA00TN9P6MHT5FWG4V03", { name: "Rafael Bento" });
  const recording = { askedBy: own, agreed: [own], since: null };
  openTestRoom({ recording }, [...both, third]).show(page);
  expect(
    screen.getByText("Waiting until Marisol Quintana and Rafael Bento answer whether this may be recorded."),
  ).toBeTruthy();
});
