import * as Y from "yjs";
import type { TestClient } from "./stock-client.ts";
import { breathe } from "./test-ports.ts";

/** Everything that is on its way arrives, several times over. */
export async function exchange(...clients: readonly TestClient[]): Promise<void> {
  for (let turn = 0; turn < 6; turn += 1) {
    for (const client of clients) {
      while (client.deliverUp());
      await breathe();
      while (client.deliverDown());
    }
  }
}

export function write(client: TestClient, words: string): void {
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText(words)]);
  client.doc.getXmlFragment("s.summary").insert(0, [paragraph]);
}

/** The paragraphs of the summary. */
export const read = ({ doc }: { readonly doc: Y.Doc }): readonly string[] =>
  doc
    .getXmlFragment("s.summary")
    .toArray()
    .map((paragraph) => paragraph.toJSON().replaceAll(/<\/?paragraph>/g, ""));
