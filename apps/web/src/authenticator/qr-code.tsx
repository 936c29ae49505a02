import { encodeQR } from "qr";

export interface QrCodeProps {
  readonly words: string;
  /** What it is, for whoever does not see it. */
  readonly label: string;
}

/** Modules of white that a camera needs around it. */
const quiet = 4;

/** Drawn here: what it says goes to nobody. Black on white in the dark too, since not every camera reads it the other way. */
export function QrCode({ words, label }: QrCodeProps) {
  const rows = encodeQR(words, "raw", { ecc: "medium", border: quiet });
  const modules = rows.flatMap((row, y) =>
    row.flatMap((isBlack, x) => (isBlack ? `M${x} ${y}h1v1h-1z` : [])),
  );
  return (
    <svg className="qr-code" role="img" aria-label={label} viewBox={`0 0 ${rows.length} ${rows.length}`}>
      <path d={modules.join("")} />
    </svg>
  );
}
