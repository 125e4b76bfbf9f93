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

/** What is said where the browser starts no worker: an old one, or one whose settings forbid it. */
const noWorker = 'This browser does not start the conversion (a worker): use another browser, or the command line.';

/**
 * Converts a text in a worker, so that the page can be used meanwhile. A call ends the one that is still running, whose
 * answer is then undefined.
 */
export function convertAside(task: Task): Promise<Answer | undefined> {
  stop?.();
  return new Promise((resolve) => {
    const own = (worker ??= started());
    if (own === undefined) {
      resolve(noWorker);
      return;
    }
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
    // A worker that is not loaded has an event without a message.
    own.onerror = ({ message }: Partial<ErrorEvent>) =>
      stop?.(message === undefined ? noWorker : `The conversion failed: ${message}`);
    own.postMessage(task);
  });
}

/** A new worker; undefined where the browser refuses to make one. */
function started(): Worker | undefined {
  try {
    return new Worker(address);
  } catch {
    return undefined;
  }
}
