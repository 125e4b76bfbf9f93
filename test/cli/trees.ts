import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const corpus = process.env.SMI2LINKERD_CORPUS ?? '';

/** The real trees of the corpus; none where it is absent. */
export const trees: readonly string[] = existsSync(join(corpus, 'trees'))
  ? readdirSync(join(corpus, 'trees'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(corpus, 'trees', entry.name))
  : [];
