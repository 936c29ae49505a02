/**
 * A failure as the operator's log takes it: what kind, with PostgreSQL's or Node's code, and where in our code. Never its
 * message: a driver's repeats parameters, a parser's the text that it stumbled over, and either may be words of a case.
 */
export function describeFailure(failure: unknown): string {
  if (!(failure instanceof Error)) return "unknown";
  const cause = failure.cause instanceof Error ? ` because of ${kindOf(failure.cause)}` : "";
  return `${kindOf(failure)}${cause}${placeOf(failure)}`;
}

function kindOf(error: Error): string {
  const code = "code" in error && typeof error.code === "string" ? ` ${error.code}` : "";
  const constraint =
    "constraint" in error && typeof error.constraint === "string" ? ` (${error.constraint})` : "";
  return `${error.name}${code}${constraint}`;
}

/** The first line of the stack that is ours, from the package's folder on. */
function placeOf({ stack = "" }: Error): string {
  const ours = stack
    .split("\n")
    .find((line) => !line.includes("node_modules") && /\((?:apps|packages)\/|\/src\//.test(line));
  const place = /(?:apps|packages)\/[^\s()]+/.exec(ours ?? "")?.[0];
  return place === undefined ? "" : ` at ${place}`;
}
