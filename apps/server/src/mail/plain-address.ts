const local = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const label = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;

/**
 * Whether this is one address and nothing else. A line break, a comma or a name beside it would reach further than the person it
 * was meant for, so nothing of that kind is mended: it is no address. Letters beyond ASCII, quoted names and bare hosts are none either.
 */
export function isPlainAddress(text: string): boolean {
  const at = text.lastIndexOf("@");
  const name = text.slice(0, Math.max(at, 0));
  const labels = text.slice(at + 1).split(".");
  return (
    text.length <= 254 &&
    name.length <= 64 &&
    local.test(name) &&
    labels.length >= 2 &&
    labels.every((part) => label.test(part))
  );
}
