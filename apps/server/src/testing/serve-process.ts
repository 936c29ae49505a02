import { startServer } from "../start-server.ts";
import { configurationFor } from "./test-configuration.ts";

/** A server in a process of its own, to be killed: database, web folder and port are its arguments. */
const [database = "", folder = "", port = ""] = process.argv.slice(2);
await startServer(configurationFor(database, folder, Number(port)));
console.log("ready");
