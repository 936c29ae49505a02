import { z } from "zod";

/** One thing that a page asks of the conference: its name, what it says with it, and what it is told. */
export interface RequestKind<Method extends string, Input extends z.ZodType, Answer extends z.ZodType> {
  readonly method: Method;
  readonly input: Input;
  readonly answer: Answer;
}

export const request = <Method extends string, Input extends z.ZodType, Answer extends z.ZodType>(
  method: Method,
  input: Input,
  answer: Answer,
): RequestKind<Method, Input, Answer> => ({ method, input, answer });

/** Nothing but that it was done. */
export const Done = z.strictObject({});
