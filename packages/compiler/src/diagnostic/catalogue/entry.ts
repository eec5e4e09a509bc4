/** What `gatewright explain CODE` says, and the page of the code. */
export interface CatalogueEntry {
  /** `GW1003`. */
  readonly code: string;
  /** A fact in a few words: "operationId is not unique". */
  readonly title: string;
  /** How a document comes to this, and why it matters. */
  readonly cause: string;
  /** What to change. */
  readonly fix: string;
  /** A few lines of a document that this code is about. */
  readonly rejected?: string;
  /** The same lines as they are taken. */
  readonly accepted?: string;
}
