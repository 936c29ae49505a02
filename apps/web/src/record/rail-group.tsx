import type { ReactNode } from "react";

export interface RailGroupProps {
  /** Of the list's own heading; a group is one below. */
  readonly level: 1 | 2;
  readonly name: string;
  readonly children: ReactNode;
}

/** One level below the list's own heading. */
export function RailGroup({ name, level, children }: RailGroupProps) {
  const Heading = level === 1 ? "h2" : "h3";
  return (
    <section>
      <Heading>{name}</Heading>
      <ul className="record-rail-group">{children}</ul>
    </section>
  );
}
