import type { Load } from "../core/files.js";
import type { ReadLanguage } from "../core/language.js";
import type { phraseModel } from "../core/phrase-models.js";
import type { Options } from "../element/attributes.js";
import type { Fault } from "../element/code.js";
import type { Reason } from "../element/document-source.js";
import type { MakeSheet } from "../layer/base-styles.js";
import type { Emit } from "./core-events.js";
import type { TakingOver } from "./taking-over.js";

/**
 * What the element is to a widget: asked by it and told by it. What is large and both need is handed over too, as each
 * file of `dist/` has a copy of what it imports.
 */
export interface Host {
  element: HTMLElement;
  root: ShadowRoot;
  /** Aborted where the load is overtaken. */
  signal: AbortSignal;
  load: Load;
  /** Prerendered content, whose place the widget takes; null: there is none. */
  taking: TakingOver | null;
  /** Of the core; null: it is not fetched. */
  code: Promise<WebAssembly.Module> | null;
  /** Why nothing is to be drawn. */
  fault: Fault | null;

  options: () => Options;
  /** The widget's, in a language of which they are a file's (web/element/words.js). */
  words: (language: string) => Record<string, string>;
  /** The page's, which come before. */
  ownWords: () => Record<string, string>;
  /** Of the page. */
  language: () => string;
  dark: () => boolean;
  styleSheet: MakeSheet;
  readLanguage: ReadLanguage;
  phraseModel: typeof phraseModel;
  statusWords: Map<string, string[]>;
  /** When the load began, ms of the page. */
  began: () => number;

  emit: Emit;
  /** What is shown ends. */
  clear: () => void;
  /** The article takes the status's place. */
  reveal: () => void;
  /** `headline`: null where it has been told. */
  viewChanged: (headline: string | null) => void;
  /** Nothing of it is left to be done. */
  complete: () => void;
  fail: (reason: Reason, message: string) => void;
  /** Shows the same document in another widget, in the plain one where there is a fault. */
  again: (fault: Fault | null) => void;
}
