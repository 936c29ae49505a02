/*
 * `node forward.ts PORT HOST`, in the browser's network: what comes to that port of its own machine goes to that port of the other one.
 * A page has a camera only at an address that is its own machine's, or under TLS.
 */
import { connect, createServer } from "node:net";

const [port = "", host = ""] = process.argv.slice(2);

const server = createServer((coming) => {
  const going = connect(Number(port), host);
  for (const [one, other] of [
    [coming, going],
    [going, coming],
  ] as const) {
    one.pipe(other);
    one.on("error", () => other.destroy());
    one.on("close", () => other.destroy());
  }
});
server.listen(Number(port), "127.0.0.1", () => console.log("ready"));
