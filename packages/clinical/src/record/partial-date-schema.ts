import { z } from "zod";
import { isPartialDate } from "./partial-date.ts";

export const partialDateSchema = z.string().max(40).refine(isPartialDate, "not a date of the calendar");
