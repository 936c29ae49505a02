/** Time is handed in, so that a test says what time it is. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();
