import type { Cell, Row } from "../text.ts";

interface Grid {
  readonly grid: readonly Row[];
  readonly width: number;
}

/** Spans that reach beyond the last row are cut there; what overlaps lies beside it. */
export function fillGrid(rows: readonly (readonly Cell[])[]): Grid {
  const taken = rows.map(() => new Set<number>());
  const grid = rows.map((row, at) => row.map((cell) => layCell(cell, at, taken)));
  const width = Math.max(1, ...taken.map((columns) => Math.max(-1, ...columns) + 1));
  const filled = grid.map((row, at): Row => {
    const isHeader = row.length > 0 && row.every((cell) => cell.isHeader);
    const free = Array.from({ length: width }, (_, column) => column).filter(
      (column) => !taken[at]?.has(column),
    );
    return [...row, ...free.map((): Cell => ({ isHeader, colspan: 1, rowspan: 1, content: [] }))];
  });
  return { grid: filled, width };
}

function layCell(cell: Cell, at: number, taken: readonly Set<number>[]): Cell {
  const rowspan = Math.min(cell.rowspan, taken.length - at);
  const here = taken[at] ?? new Set();
  let column = 0;
  while (here.has(column)) column += 1;
  let colspan = 1;
  while (colspan < cell.colspan && !here.has(column + colspan)) colspan += 1;
  for (const columns of taken.slice(at, at + rowspan))
    for (let next = column; next < column + colspan; next += 1) columns.add(next);
  return { ...cell, colspan, rowspan };
}
