import type { ReactNode } from "react";

export interface SampleProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly caption?: string;
}

export function Sample({ title, children, caption }: SampleProps) {
  return (
    <section className="design-sample">
      <h2>{title}</h2>
      <div className="design-row">
        {children}
        {caption && <p className="design-caption">{caption}</p>}
      </div>
    </section>
  );
}
