/** One step after the other, whatever becomes of each. */
export type InOrder = <Done>(step: () => Promise<Done>) => Promise<Done>;

export function createOrder(): InOrder {
  let last: Promise<unknown> = Promise.resolve();
  return (step) => {
    const next = last.then(step);
    last = next.catch(() => undefined);
    return next;
  };
}
