export interface MailStanding {
  /** Whether mail leaves this server. */
  readonly sendsMail: boolean;
  /** Whether everybody may look at what would have been sent. */
  readonly showsOutbox: boolean;
}
