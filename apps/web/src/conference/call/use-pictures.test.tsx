import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { openTestRoom, own, peerOf, type TestRoom } from "../room/testing-live.tsx";
import { CallAround } from "./call-around.tsx";
import { useCall } from "./call-context.ts";
import { useOwnSwitches } from "./use-own-switches.ts";

function Switches() {
  const { arePicturesOff, turnPictures } = useCall();
  const { isSeen, toggleCamera } = useOwnSwitches();
  return (
    <>
      <button onClick={() => turnPictures(!arePicturesOff)}>Pictures</button>
      <button onClick={toggleCamera}>{isSeen ? "Camera is on" : "Camera is off"}</button>
    </>
  );
}

interface CameraRoom extends TestRoom {
  /** How often the browser was asked for a camera. */
  readonly opened: () => number;
}

async function showWithCamera(): Promise<CameraRoom> {
  let opened = 0;
  const media = {
    addEventListener: () => undefined,
    getUserMedia: () => {
      opened += 1;
      const track = { addEventListener: () => undefined, getSettings: () => ({}), stop: () => undefined };
      return Promise.resolve({ getTracks: () => [track] });
    },
    enumerateDevices: () => Promise.resolve([]),
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- What of a browser's devices is asked here.
  const room = openTestRoom({}, [peerOf(own)], {}, media as unknown as MediaDevices);
  await room.devices.turnOn("camera");
  room.show(
    <CallAround>
      <Switches />
    </CallAround>,
  );
  return { ...room, opened: () => opened };
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }));
const camera = (is: "on" | "off") =>
  waitFor(() => expect(screen.getByRole("button", { name: `Camera is ${is}` })).toBeTruthy());

test("with the pictures one's own camera goes, and comes back", async () => {
  const { opened } = await showWithCamera();
  press("Pictures");
  await camera("off");
  press("Pictures");
  await camera("on");
  expect(opened()).toBe(2);
});

test("a camera that was off before stays off", async () => {
  const { opened } = await showWithCamera();
  press("Camera is on");
  press("Pictures");
  press("Pictures");
  await camera("off");
  expect(opened()).toBe(1);
});

test("turned on by hand, the camera brings the pictures back, and is opened once", async () => {
  const { opened } = await showWithCamera();
  press("Pictures");
  press("Camera is off");
  await camera("on");
  expect(opened()).toBe(2);
});

test("a camera that was turned on and off by hand meanwhile stays off", async () => {
  const { opened, devices } = await showWithCamera();
  press("Pictures");
  await devices.choose("camera", "another");
  await camera("on");
  press("Camera is on");
  press("Pictures");
  await camera("off");
  expect(opened()).toBe(2);
});

test("pressed once more while the browser still asks, the camera stays off", async () => {
  const { opened, devices } = await showWithCamera();
  press("Camera is on");
  press("Camera is off");
  expect(devices.state.getSnapshot().camera.is).toBe("asking");
  press("Camera is off");
  await camera("off");
  expect([opened(), devices.state.getSnapshot().camera.is]).toEqual([2, "off"]);
});

test("a camera that the browser still asks for when the pictures go comes back with them", async () => {
  const { opened } = await showWithCamera();
  press("Camera is on");
  press("Camera is off");
  press("Pictures");
  press("Pictures");
  await camera("on");
  expect(opened()).toBe(3);
});
