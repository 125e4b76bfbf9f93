// The worker of the playground: converts what the page sends.
import { convert } from '../../src/index.ts';
import type { Answer, Task } from './conversions.ts';

function answer({ text, options }: Task): Answer {
  try {
    return convert([{ path: 'manifests.yaml', text }], options);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

addEventListener('message', ({ data }: MessageEvent<Task>) => {
  postMessage(answer(data));
});
