/** A reader is made again where what it is made for changes: the language of a draft, once, if ever. */
export function keepLast<For, Reader>(make: (what: For) => Reader): (what: For) => Reader {
  let kept: { readonly what: For; readonly reader: Reader } | undefined;
  return (what) => {
    if (kept?.what !== what) kept = { what, reader: make(what) };
    return kept.reader;
  };
}
