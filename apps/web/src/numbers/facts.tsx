export interface FactsProps {
  readonly title: string;
  readonly facts: readonly (readonly [name: string, value: string])[];
}

/** Numbers that stand alone. */
export function Facts({ title, facts }: FactsProps) {
  return (
    <section className="numbers-section">
      <h2>{title}</h2>
      <dl className="numbers-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="num">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
