/** Why a job stops: what it was at goes on when a server is there again. */
export class ServerEnds extends Error {
  override readonly name = "ServerEnds";
}
