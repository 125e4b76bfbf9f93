// The inputs of the promises: made once, and kept in a directory for later runs.
import { existsSync, mkdirSync, openSync, writeSync, closeSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { resourceList, stream, tree } from './generate.js';
import { split } from './shapes.js';

function writePieces(path, pieces) {
  const descriptor = openSync(path, 'w');
  let buffer = '';
  for (const piece of pieces) {
    buffer += piece;
    if (buffer.length < 1 << 20) continue;
    writeSync(descriptor, buffer);
    buffer = '';
  }
  writeSync(descriptor, buffer);
  closeSync(descriptor);
}

function writeTree(top, entries) {
  const made = new Set();
  for (const [path, text] of entries) {
    const folder = dirname(join(top, path));
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    writeFileSync(join(top, path), text);
  }
}

/** Kustomizations with a TrafficSplit each. */
function* kustomizations(count, resources = []) {
  for (let index = 0; index < count; index += 1) {
    const list = [...resources, 's.yaml'].join(', ');
    yield [`overlays/o${index}/kustomization.yaml`, `namespace: n${index}\nresources: [${list}]\n`];
    yield [`overlays/o${index}/s.yaml`, split(`w${index}`, { namespace: `n${index}` })];
  }
}

/** The inputs in a directory, each made when it is first asked for. */
export function inputsIn(dir) {
  mkdirSync(dir, { recursive: true });
  const once = (name, make) => {
    const path = join(dir, name);
    if (existsSync(path)) return path;
    const unfinished = `${path}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    make(unfinished);
    renameSync(unfinished, path);
    return path;
  };
  const file = (name, pieces) => once(name, (path) => writePieces(path, pieces()));
  const folder = (name, entries) => once(name, (path) => writeTree(path, entries()));
  return {
    out: join(dir, 'out'),
    once,
    list: (count, options = {}, name = '') => file(`list-${count}${name}.yaml`, () => resourceList(count, options)),
    stream: (count, options, name) => file(`stream-${count}${name}.yaml`, () => stream(count, options)),
    splits: (count) =>
      file(`splits-${count}.yaml`, () => Array.from({ length: count }, (_, index) => `---\n${split(`w${index}`)}`)),
    /** A TrafficSplit with an annotation of so many megabytes. */
    wideSplit: (size) =>
      file(`split-of-${size}MB.yaml`, function* () {
        const [head, spec] = split('web').split('spec:');
        yield `${head}  annotations:\n    text: |\n`;
        const line = `      ${'x'.repeat(93)}\n`;
        for (let index = 0; index < size; index += 1) yield line.repeat(10000);
        yield `spec:${spec}`;
      }),
    tree: (count, { pad = 0, name = `${count}` } = {}) => folder(`tree-${name}`, () => tree(count, {}, 1, pad)),
    /** A tree with a TrafficSplit beside its directories. */
    treeWithSplit: (count, prefix = 'hit') =>
      folder(`${prefix}-${count}`, function* () {
        yield* tree(count - 1, {});
        yield ['split.yaml', split('web')];
      }),
    /** A tree with kustomizations beside its directories. */
    treeWithUnits: (count, units) =>
      folder(`tree-${count}-units-${units}`, function* () {
        yield* tree(count, {});
        yield* kustomizations(units);
      }),
    /** Overlays of one base. */
    overlays: (count) =>
      folder(`overlays-${count}`, function* () {
        yield ['base/kustomization.yaml', 'resources: [service.yaml]\n'];
        yield [
          'base/service.yaml',
          'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  ports:\n  - port: 80\n',
        ];
        yield* kustomizations(count, ['../../base']);
      }),
  };
}
