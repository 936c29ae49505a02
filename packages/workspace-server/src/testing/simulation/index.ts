export { planOf, runSchedule, type Outcome } from "./run-schedule.ts";
export type { Plan, Tally } from "./world.ts";
