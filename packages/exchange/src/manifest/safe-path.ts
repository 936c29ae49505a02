/** Whether a name stays within the folder that an export is unpacked to, on every system. */
export const isSafePath = (path: string): boolean =>
  path.length <= 400 &&
  // oxlint-disable-next-line no-control-regex -- control signs are what is refused
  !/[\\:\u0000-\u001f\u007f]/.test(path) &&
  path.split("/").every((part) => part !== "" && part !== "." && part !== "..");

/** A name that a file may have in an export: letters, digits and little else, never empty. */
export function safeName(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/[^\w.-]+/g, "_")
    .replace(/^[._]+/, "")
    .slice(-80);
  return plain === "" ? "file" : plain;
}
