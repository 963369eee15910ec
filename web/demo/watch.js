/**
 * A local file that is shown again whenever it changes (File System Access). The browser tells of changes where it can
 * (FileSystemObserver, Chromium 133); else the file is looked at, once a second while the page is seen.
 *
 * @typedef {FileSystemFileHandle & {requestPermission?: (options: {mode: "read"}) => Promise<PermissionState>}} Handle
 * @typedef {{observe: (handle: Handle) => Promise<void>, disconnect: () => void}} Observer
 */

const interval = 1000;

const { FileSystemObserver, showOpenFilePicker } = /** @type {{FileSystemObserver?: new (changed: () => void) => Observer,
  showOpenFilePicker?: (options: object) => Promise<Handle[]>}} */ (/** @type {unknown} */ (globalThis));

/** Whether files can be watched here. */
export const canWatch = Boolean(showOpenFilePicker);

/** Asks the reader for a file; null: they chose none. @returns {Promise<Handle | null>} */
export async function pickFile() {
  try {
    const [handle] = await showOpenFilePicker?.({ types: [{ description: "Article documents", accept: { "application/json": [".json"] } }] }) ?? [];
    return handle ?? null;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return null;
    throw error;
  }
}

export class FileWatch {
  #changed;
  /** @type {AbortController | null} of the present file */
  #watching = null;

  /** @param {(text: string, name: string) => void} changed at the start too */
  constructor(changed) {
    this.#changed = changed;
  }

  /** @param {Handle} handle @returns {Promise<void>} rejects where it cannot be read */
  async start(handle) {
    this.stop();
    const watching = this.#watching = new AbortController();
    const { signal } = watching;
    let last = "";
    const look = async () => {
      const file = await handle.getFile();
      const now = `${file.lastModified} ${file.size}`;
      if (now === last) return;
      const text = await file.text();
      if (signal.aborted) return;
      last = now;
      this.#changed(text, file.name);
    };
    await look();
    if (signal.aborted) return;
    // Moved, deleted, or being written: the next look may find it.
    const lookAgain = () => void look().catch(() => {});
    try {
      if (!FileSystemObserver) throw new Error("there is no observer");
      const observer = new FileSystemObserver(lookAgain);
      await observer.observe(handle);
      if (signal.aborted) observer.disconnect();
      else signal.addEventListener("abort", () => observer.disconnect());
    } catch {
      const timer = setInterval(() => {
        if (!document.hidden) lookAgain();
      }, interval);
      signal.addEventListener("abort", () => clearInterval(timer));
    }
  }

  stop() {
    this.#watching?.abort();
    this.#watching = null;
  }
}
