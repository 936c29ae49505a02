import { expect, test, vi } from "vitest";
import { createPictureShelf } from "./picture-shelf.ts";

const file = { id: "a", name: "IMG_1.jpg", mediaType: "image/jpeg", bytes: 3, sha256: "0".repeat(64) };

const addressOf = () => ({ address: "/api/cases/c/files/a", headers: { "consilium-seat": "s" } });

function shelfWith(answer: () => Promise<Response>) {
  const asked = vi.spyOn(globalThis, "fetch").mockImplementation(answer);
  const freed = vi.spyOn(URL, "revokeObjectURL").mockImplementation(() => {});
  vi.spyOn(URL, "createObjectURL").mockReturnValue("blob:picture");
  return { asked, freed, shelf: createPictureShelf(addressOf, () => file) };
}

test("a picture that is shown twice is fetched once, as the seat, and let go when nobody shows it", async () => {
  const { shelf, asked, freed } = shelfWith(() => Promise.resolve(new Response("jpg")));
  expect(await Promise.all([shelf.take(file), shelf.take(file)])).toEqual(["blob:picture", "blob:picture"]);
  expect(asked).toHaveBeenCalledExactlyOnceWith(
    "/api/cases/c/files/a",
    expect.objectContaining({ headers: { "consilium-seat": "s" } }),
  );
  shelf.release(file);
  await Promise.resolve();
  expect(freed).not.toHaveBeenCalled();
  shelf.release(file);
  await vi.waitFor(() => expect(freed).toHaveBeenCalledExactlyOnceWith("blob:picture"));
});

test("a refusal is told, and the picture is asked for again by the next who shows it", async () => {
  const { shelf, asked } = shelfWith(() => Promise.resolve(new Response("", { status: 403 })));
  await expect(shelf.take(file)).rejects.toThrow("403");
  shelf.release(file);
  await expect(shelf.take(file)).rejects.toThrow("403");
  expect(asked).toHaveBeenCalledTimes(2);
});
