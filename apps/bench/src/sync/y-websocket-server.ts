// @y/websocket-server, the reference server of Yjs, in memory and without rights: PORT.
import { createServer } from "node:http";
import { setupWSConnection } from "@y/websocket-server/utils";
import { WebSocketServer } from "ws";
import { answerWeight } from "../measuring/answer-weight.ts";

const server = createServer();
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
sockets.on("connection", (socket, request) => setupWSConnection(socket, request));
answerWeight();
server.listen(Number(process.env["PORT"]), "127.0.0.1", () => console.log("ready"));
