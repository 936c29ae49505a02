import { Glyph } from "../../design/glyph.tsx";

/** Why a command was not done: the server's sentence. */
export function RefusedLine({ error }: { readonly error: Error | null }) {
  if (!error) return null;
  return (
    <p className="sharing-refused" role="alert">
      <Glyph name="must" /> {error.message}
    </p>
  );
}
