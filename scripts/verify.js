import { install, run } from "./workspace.js";

await install();
await run("node", ["packages/exchange/src/verify/command.ts", ...process.argv.slice(2)]);
