import { useTranslations } from "use-intl";
import type { PersonColour } from "../design/person-colour.ts";

export interface SliceSliderProps {
  readonly index: number;
  readonly count: number;
  readonly words: string;
  readonly onGo: (index: number) => void;
  /** Where the marks are, by slice. */
  readonly ticks: readonly { readonly id: string; readonly index: number; readonly colour: PersonColour }[];
}

/** Beside the picture: which slice, and where the marks of the stack are. */
export function SliceSlider({ index, count, words, onGo, ticks }: SliceSliderProps) {
  const t = useTranslations("imaging");
  if (count < 2) return null;
  return (
    <div className="slice-slider">
      <input
        type="range"
        min={0}
        max={count - 1}
        value={index}
        aria-label={t("slice")}
        aria-valuetext={words}
        aria-orientation="vertical"
        onChange={(event) => onGo(Number(event.currentTarget.value))}
      />
      <svg aria-hidden preserveAspectRatio="none" viewBox="0 0 8 1000">
        {ticks.map(({ id, index: at, colour }) => (
          <rect key={id} data-person={colour} x="0" width="8" height="6" y={(at / (count - 1)) * 984 + 5} />
        ))}
      </svg>
    </div>
  );
}
