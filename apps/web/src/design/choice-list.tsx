import "./choice-list.css";
import { type ReactNode, useId } from "react";

interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** What choosing it means. */
  readonly hint?: string;
}

interface ListProps<Value extends string> {
  readonly legend: string;
  /** Where the page's title asks it already: heard, not seen. */
  readonly isLegendHidden?: boolean;
  /** Beside each other, where they are few and short. */
  readonly isRow?: boolean;
  readonly options: readonly Option<Value>[];
}

export interface ChoiceListProps<Value extends string> extends ListProps<Value> {
  /** Null: nothing yet. */
  readonly value: Value | null;
  readonly onChoose: (value: Value) => void;
}

/** One of several, each on a line of its own that a thumb finds: radio buttons, so the arrow keys move between them. */
export function ChoiceList<Value extends string>({ value, onChoose, ...list }: ChoiceListProps<Value>) {
  const name = useId();
  return (
    <List {...list}>
      {(option) => (
        <input
          type="radio"
          name={name}
          checked={option.value === value}
          onChange={() => onChoose(option.value)}
        />
      )}
    </List>
  );
}

export interface CheckListProps<Value extends string> extends ListProps<Value> {
  readonly values: readonly Value[];
  readonly onChange: (values: readonly Value[]) => void;
}

/** Any of several. */
export function CheckList<Value extends string>({ values, onChange, ...list }: CheckListProps<Value>) {
  return (
    <List {...list}>
      {({ value }) => (
        <input
          type="checkbox"
          checked={values.includes(value)}
          onChange={({ currentTarget }) =>
            onChange(currentTarget.checked ? [...values, value] : values.filter((one) => one !== value))
          }
        />
      )}
    </List>
  );
}

function List<Value extends string>({
  legend,
  isLegendHidden = false,
  isRow = false,
  options,
  children,
}: ListProps<Value> & { readonly children: (option: Option<Value>) => ReactNode }) {
  return (
    <fieldset className="choice-list" data-row={isRow || undefined}>
      <legend className={isLegendHidden ? "visually-hidden" : undefined}>{legend}</legend>
      <div className="choice-list-options">
        {options.map((option) => (
          <label key={option.value}>
            {children(option)}
            {option.hint === undefined ? (
              option.label
            ) : (
              <span>
                {option.label}
                <small>{option.hint}</small>
              </span>
            )}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
