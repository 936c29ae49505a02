import { install, run } from "./workspace.js";

await install();
await run("oxfmt", ["."]);
