const STORAGE_KEY = "whiteboard-author";

/** The name that was used last on this device; empty when there is none or storage is denied. */
export function loadAuthor(): string {
  try {
    return localStorage.getItem(STORAGE_KEY) ?? "";
  } catch {
    return "";
  }
}

export function saveAuthor(author: string): void {
  try {
    localStorage.setItem(STORAGE_KEY, author);
  } catch {
    // Storage may be denied; the name then has to be typed again next time.
  }
}
