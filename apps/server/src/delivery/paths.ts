/** `disc.zip` and `disc.zip/IMAGES` of `disc.zip/IMAGES/0001`: folders and archives alike. */
export function* pathsAbove(path: string): Generator<string> {
  for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1))
    yield path.slice(0, end);
}

/** Of the files of a delivery, those that hold others of them. Their members have outcomes of their own. */
export function archivesAmong(paths: readonly string[]): ReadonlySet<string> {
  const above = new Set(paths.flatMap((path) => [...pathsAbove(path)]));
  return new Set(paths.filter((path) => above.has(path)));
}

/** For each path the records that it and all that lies in it became part of. */
export function recordsWithin(
  recordsAt: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const within = new Map<string, Set<string>>();
  for (const [path, ids] of recordsAt)
    for (const at of [path, ...pathsAbove(path)]) {
      const all = within.get(at) ?? new Set();
      for (const id of ids) all.add(id);
      within.set(at, all);
    }
  return within;
}
