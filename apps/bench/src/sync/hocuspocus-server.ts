// Hocuspocus as it comes, in memory and without rights: PORT.
import { Server } from "@hocuspocus/server";
import { answerWeight } from "../measuring/answer-weight.ts";

const server = new Server({
  port: Number(process.env["PORT"]),
  address: "127.0.0.1",
  quiet: true,
  websocketOptions: { perMessageDeflate: false },
});
answerWeight();
await server.listen();
console.log("ready");
