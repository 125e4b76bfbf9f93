import type { Conversion, ConvertOptions } from '../../src/index.ts';

/** A text to convert, and the options. */
export interface Task {
  readonly text: string;
  readonly options: ConvertOptions;
}

/** What came of a text; a string says why it was not converted. */
export type Answer = Conversion | string;

/** The text of converter.ts with all that it imports; `scripts/site.js` puts it in. */
declare const converterText: string;

/** A worker that is made of a text, not of a file: a page that is opened from a disk may not load another file. */
const address = URL.createObjectURL(new Blob([converterText], { type: 'text/javascript' }));

let worker: Worker | undefined;
/** Ends the conversion that is running, with an answer of its own. */
let stop: ((answer?: Answer) => void) | undefined;

/**
 * Converts a text in a worker, so that the page can be used meanwhile. A call ends the one that is still running, whose
 * answer is then undefined.
 */
export function convertAside(task: Task): Promise<Answer | undefined> {
  stop?.();
  const own = (worker ??= new Worker(address));
  return new Promise((resolve) => {
    stop = (answer) => {
      own.terminate();
      worker = undefined;
      stop = undefined;
      resolve(answer);
    };
    own.onmessage = ({ data }: MessageEvent<Answer>) => {
      stop = undefined;
      resolve(data);
    };
    own.onerror = ({ message }) => stop?.(`the conversion failed: ${message}`);
    own.postMessage(task);
  });
}
