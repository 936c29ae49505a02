import { screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { noDevices } from "../devices/own-devices.ts";
import { openTestRoom } from "../room/testing-live.tsx";
import { DeviceDialog } from "./device-dialog.tsx";

async function shown(name: string): Promise<string | null | undefined> {
  const field = await screen.findByRole<HTMLSelectElement>("combobox", { name });
  return field.selectedOptions[0]?.textContent;
}

test("a camera that is turned off is not missing", async () => {
  const room = openTestRoom({}, []);
  const cameras = [{ device: "c1", label: "Camera of the screen" }];
  vi.spyOn(room.devices.state, "getSnapshot").mockReturnValue({ ...noDevices, cameras });
  room.show(<DeviceDialog isOpen onClose={() => {}} />);
  expect(await shown("Camera")).toBe("Turned off");
  expect(await shown("Microphone")).toBe("None found");
});
