export type { ConnectionState } from "./connection.ts";
export type { DocumentSnapshot } from "./document-snapshot.ts";
export type { SectionText } from "./inserted-text.ts";
export { findLeftWork, type LeftWork, type LeftWorkOptions } from "./left-work.ts";
export type { LocalDocument } from "./local-document.ts";
export { type Mirror, mirrorOf } from "./mirror.ts";
export type { KeptKey, KeySource } from "./outbox/kept-key.ts";
export { type Dial, dialBrowserSocket, type RealSocket, type SocketEvents } from "./real-socket.ts";
export type { NotSaved, SaveStatus } from "./save-status.ts";
export { type Fault, faultsOf } from "./schema-guard.ts";
export { createWatched, type Watchable, type Watched } from "./watched.ts";
export {
  createWorkspaceClient,
  type OpenedDocument,
  type WorkspaceClient,
  type WorkspaceClientOptions,
} from "./workspace-client.ts";
