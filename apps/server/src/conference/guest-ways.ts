/** What a guest's seat is entered for at all: what is shown to them is judged behind it, everything else is closed here. */
const ways = [
  /^\/api\/cases\/[^/]+$/,
  /^\/api\/cases\/[^/]+\/records\/[^/]+$/,
  /^\/api\/cases\/[^/]+\/files\/[^/]+$/,
  /^\/api\/cases\/[^/]+\/dicomweb\/.+$/,
  /^\/api\/cases\/[^/]+\/slides\/.+$/,
] as const;

export const isGuestsWay = (method: string, path: string): boolean =>
  (method === "GET" || method === "HEAD") && ways.some((way) => way.test(path));
