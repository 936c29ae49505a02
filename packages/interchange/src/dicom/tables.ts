export { type LookupTable, looksUp, mostOfEntries, type ValueTable } from "./lookup-table.ts";
export { firstEntry, paletteLevels } from "./palette-levels.ts";
export { leastWidth, type WindowFunction, windowFunctionNamed } from "./window-functions.ts";
