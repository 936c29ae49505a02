import type { ReactNode } from "react";

export interface NumbersTableProps {
  readonly title: string;
  readonly note?: string;
  /** Of the columns; the second is the drawing's, which a screen reader passes over. */
  readonly heads: readonly string[];
  readonly rows: readonly {
    readonly key: string;
    readonly name: string;
    readonly drawn?: ReactNode;
    readonly cells: readonly string[];
  }[];
  /** Where there is no row. */
  readonly none: string;
}

/** A drawing and its numbers in one: each row is drawn, and said beside it. */
export function NumbersTable({ title, note, none, ...table }: NumbersTableProps) {
  return (
    <section className="numbers-section">
      <h2>{title}</h2>
      {note && <p className="numbers-note">{note}</p>}
      {table.rows.length === 0 ? (
        <p>{none}</p>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls is reached by the keyboard.
        <section className="numbers-scroll" tabIndex={0} aria-label={title}>
          <Table {...table} />
        </section>
      )}
    </section>
  );
}

function Table({ heads, rows }: Pick<NumbersTableProps, "heads" | "rows">) {
  const [first, ...others] = heads;
  return (
    <table className="numbers-table">
      <thead>
        <tr>
          <th scope="col">{first}</th>
          <td aria-hidden="true" />
          {others.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, drawn, cells }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td aria-hidden="true">{drawn}</td>
            {cells.map((cell, at) => (
              <td key={others[at]} className="num" data-label={others[at]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
