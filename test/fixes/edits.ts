import type { Document, ParsedNode } from 'yaml';
import { isMap, isScalar, isSeq, LineCounter, visit, type YAMLMap } from 'yaml';
import { parseDocuments } from '../../src/yaml/loose-flow.ts';
import type { Said } from './report.ts';

/** What a machine has before it follows a fix: the files of the call (`<stdin>` too) and its arguments. */
export interface Situation {
  readonly files: Map<string, string>;
  args: string[];
}

type Edit = (situation: Situation, said: Said) => void;

/** Gives the file of a finding, which is JSON and so YAML, the name of a YAML file. */
function asYaml({ files, args }: Situation, { path }: Said): void {
  const text = files.get(path);
  if (text === undefined) return;
  files.delete(path);
  files.set(path.replace(/json$/, 'yaml'), text);
  for (const [index, word] of args.entries()) if (word === path) args[index] = path.replace(/json$/, 'yaml');
}

/** An object in a file, with its document. */
interface Found {
  readonly document: Document.Parsed;
  readonly object: YAMLMap;
  remove(): void;
}

const asMapping = at((object, { field }) => {
  object.setIn(field, {});
});

/** How a machine follows the fix of each finding; or why it cannot. */
export const edits: Readonly<Record<string, Edit | string>> = {
  'yaml-syntax': 'what was meant is known to the author alone',
  'not-utf8': (situation, { path }) => {
    situation.files.set(path, (situation.files.get(path) ?? '').replace(/^\ufeff/, ''));
  },
  'template-skipped': 'the values of a chart are not in the repository',
  'invalid-config': 'what was meant is known to the author alone',
  'unknown-version': at((object) => {
    object.set('apiVersion', 'split.smi-spec.io/v1alpha2');
  }),
  'invalid-trafficsplit': 'the missing value is known to the author alone',
  'matches-unsupported': at((object, { field }) => object.deleteIn(field)),
  'invalid-apex': 'which Service is meant is known to the author alone',
  'invalid-backend': 'which Service is meant is known to the author alone',
  'invalid-weight': at((object, { field }) => {
    object.setIn(field, 50);
  }),
  'weight-out-of-range': at((object, { fix }) => {
    const weights = /ratio: ([\d, ]+)$/.exec(fix)?.[1]?.split(', ').map(Number) ?? [];
    const backends = object.getIn(['spec', 'backends']);
    if (isSeq(backends))
      for (const index of backends.items.keys())
        object.setIn(['spec', 'backends', index, 'weight'], weights[index] ?? index + 1);
  }),
  'namespace-unknown': at((object) => {
    object.setIn(['metadata', 'namespace'], 'shop');
  }),
  'apex-split-twice': remove(() => true),
  'duplicate-profile': (situation, { message }) => {
    const name = /named (\S+?)(?::|$)/.exec(message)?.[1];
    const of = (object: YAMLMap): boolean =>
      object.get('kind') === 'ServiceProfile' && object.getIn(['metadata', 'name']) === name;
    removeFirst(situation, of);
  },
  'cluster-domain-mismatch': (situation, { fix }) => {
    situation.args = [...situation.args, '--cluster-domain', /--cluster-domain (\S+?),/.exec(fix)?.[1] ?? ''];
  },
  'cluster-domain-doubtful': (situation, { fix, message, path }) => {
    const directory = path.replace(/\/[^/]*$/, '');
    const only = /--cluster-domain ([a-z0-9.-]+)/.exec(fix)?.[1];
    // Of several clusters, the one that has the directory of the split.
    const args = only === undefined ? situation.args.map((word) => (word === '.' ? directory : word)) : situation.args;
    const domain = only ?? new RegExp(String.raw`([a-z0-9.-]+) \(${directory}/`).exec(message)?.[1];
    situation.args = [...args, '--cluster-domain', domain ?? ''];
  },
  'service-missing': 'which Service is meant is known to the author alone',
  'profile-in-other-directory': 'which of the two is applied is known to the author alone',
  'split-embedded': 'what it is embedded in is rendered by another program',
  'out-of-date': 'it tells what is left to do elsewhere',
  'not-in-force': 'it tells what is left to do elsewhere',
  'metadata-form': 'the text that was meant is known to the author alone',
  'comment-dropped': 'where the comment belongs is known to the author alone',
  'cannot-insert': (situation, finding) => {
    if (finding.fix.includes('(--drop)')) situation.args = ['--drop', ...situation.args];
    else if (finding.fix.endsWith('make the file a List or YAML')) asYaml(situation, finding);
    else if (finding.fix.includes('as a mapping')) asMapping(situation, finding);
    else for (const [path, text] of situation.files) situation.files.set(path, writtenOut(text));
  },
  'name-normalised': at((object, { field }) => {
    object.setIn(field, String(object.getIn(field)).split('.')[0]);
  }),
  'backend-other-namespace': 'it asks for a look at policies, not for an edit',
  'unknown-field': at((object, { field }) => object.deleteIn(field)),
  'weight-form': at((object, { field }) => {
    const weight = object.getIn(field);
    object.setIn(field, typeof weight === 'string' ? 50 : String(weight));
  }),
  'no-backends': at((object) => {
    object.setIn(['spec', 'backends'], [{ service: object.getIn(['spec', 'service']), weight: 1 }]);
  }),
  'all-weights-zero': at((object) => {
    object.setIn(['spec', 'backends', 0, 'weight'], 1);
  }),
  'duplicate-backend': at((object) => {
    const isProfile = object.get('kind') === 'ServiceProfile';
    const [list, key] = isProfile ? ['dstOverrides', 'authority'] : ['backends', 'service'];
    const backends = object.getIn(['spec', list]);
    if (!isSeq(backends)) return;
    const sums = new Map<string, number>();
    for (const one of backends.items) {
      if (!isMap(one)) continue;
      const name = String(one.get(key)).replace(/\.$/, '');
      sums.set(name, (sums.get(name) ?? 0) + Number(one.get('weight')));
    }
    const summed = [...sums].map(([name, sum]) => ({ [key]: name, weight: isProfile ? String(sum) : sum }));
    object.setIn(['spec', list], summed);
  }),
  'nested-split': 'how the inner split is to be spread is known to the author alone',
  'lookalike-group': at((object, { field }) => {
    if (field[0] === 'kind') object.set('kind', 'TrafficSplit');
    else object.set('apiVersion', 'split.smi-spec.io/v1alpha2');
  }),
  'profile-overwritten': 'it asks for a look; the TrafficSplit has won by then',
  'profile-skipped': at((object, { field }) => object.deleteIn(field)),
  'profile-stale': at((object) => object.deleteIn(['spec', 'dstOverrides'])),
  'profile-name-dead': at((object, { fix }) => {
    object.setIn(['metadata', 'name'], /ServiceProfile (\S+), then/.exec(fix)?.[1]);
  }),
  'profile-shadowed': remove(() => true),
  'profile-invalid': 'the right value of the field is known to the author alone',
  'profile-namespace-mismatch': 'it asks for another order of steps, not for an edit',
  'apex-headless': 'a Service with a cluster IP needs other names for the pods behind it',
  'backend-external-name': (situation, said) => {
    const name = /name (\S+) as the backend/.exec(said.fix)?.[1];
    if (name !== undefined)
      at((object, { field }) => {
        object.setIn(field, name);
      })(situation, said);
    else
      everywhere(situation, (object) => {
        if (object.getIn(['spec', 'type']) === 'ExternalName') object.set('spec', { ports: [{ port: 80 }] });
      });
  },
  'backend-port-missing': 'which port of the pods it leads to is known to the author alone',
  'route-ignored': (situation, said) => {
    if (!said.fix.startsWith('remove the route')) remove(() => true)(situation, said);
    else removeFirst(situation, (object) => object.get('kind') === 'HTTPRoute');
  },
  'annotation-ignored': (situation) => {
    everywhere(situation, (object) => {
      const annotations = object.getIn(['metadata', 'annotations']);
      if (!isMap(annotations) || object.get('kind') !== 'Service') return;
      annotations.items = annotations.items.filter(
        ({ key }) => !/^(?:balancer|retry|timeout)\.linkerd\.io\//.test(String(key)),
      );
    });
  },
  'split-skipped': at((object, { field }) => object.deleteIn(field)),
  'split-local-config': at((object, { field }) => object.deleteIn(field)),
  'failover-controlled': 'it asks to keep things as they are',
  'controller-owned': 'a Canary or Rollout is moved by its owner',
  'splits-at-run-time': 'it asks to keep things as they are',
  'served-by-function': 'nothing to do',
  'version-never-served': 'it asks for a look',
  'weight-fraction': 'nothing to do',
  'namespace-from-kustomization': 'nothing to do',
  'service-renamed': 'nothing to do',
  'half-renamed': 'which Service is meant is known to the author alone',
  'kustomize-patch': 'a command, run by test/e2e/fixes.test.ts',
  'kustomize-rewrites': 'commands, run by test/e2e/fixes.test.ts; what Argo CD is told is moved by its owner',
  'ambiguous-profile': 'a command, run by test/e2e/fixes.test.ts',
  'profile-elsewhere': 'a command, run by test/e2e/fixes.test.ts',
  'cluster-dump': at((object) => {
    for (const key of ['uid', 'resourceVersion', 'managedFields']) object.deleteIn(['metadata', key]);
    object.deleteIn(['status']);
  }),
  'ports-unknown': 'which port is meant is known to the author alone',
  'port-unknown': 'which port is meant is known to the author alone',
  'port-not-http': 'what the port speaks is known to the author alone',
  'too-many-backends': 'which backends may go is known to the author alone',
  'routegroup-missing': 'which file holds it is known to the author alone',
  'ambiguous-routegroup': 'which of the two is applied is known to the author alone',
  'invalid-routegroup': 'what should match is known to the author alone',
  'match-unsupported': 'what should match is known to the author alone',
  'too-many-matches': 'which matches may go is known to the author alone',
  'route-exists': 'which of the two is wanted is known to the author alone',
  'route-name-taken': 'the other name is known to the author alone',
  'grpcroute-wins': 'the weights are moved by hand',
  'profile-wins': 'whether the profile may go is known to the author alone',
  'profile-routes': 'whether its routes may go is known to the author alone',
  'profile-foreign': 'whether the clients want a route is known to the author alone',
  'match-never': 'what should match is known to the author alone',
  'match-anchoring': 'what should match is known to the author alone',
  'match-everything': 'what should match is known to the author alone',
  'route-beside': 'it asks for a look',
  'route-overwritten': 'it asks for a look; the TrafficSplit has won by then',
  'route-hostnames': at((object) => {
    object.deleteIn(['spec', 'hostnames']);
  }),
  'route-conflict': 'which kind of route is wanted is known to the author alone',
  'route-stale': 'whether the TrafficSplit comes back is known to the author alone',
  'annotation-active': 'it asks for a look',
  'project-forbids-route': 'an AppProject is moved by its owner',
  'ports-from-elsewhere': 'nothing to do',
  'profile-removed': 'it asks for an order of steps, not for an edit',
  'profile-convertible': 'an option, which turns other profiles into routes too',
  'adaptor-wins': 'it asks for an order of steps, not for an edit',
  'apex-split-alternative': 'nothing to do',
  'apex-split-in-files': 'it asks for an order of steps, not for an edit',
  'smi-leftover': (situation, said) => {
    const documents = parsed(situation.files.get(said.path) ?? '');
    const keys = ['nameReference', 'replacements', 'helmCharts', 'dependencies'];
    const lists = keys.map((key) => documents[0]?.get(key)).filter(isSeq);
    if (lists.length === 0) remove(() => true)(situation, said);
    else {
      for (const one of lists)
        one.items = one.items.filter((item) => !/TrafficSplit|linkerd-smi/.test(JSON.stringify(item)));
      situation.files.set(said.path, printed(documents));
    }
  },
  'project-forbids-profile': at((object) => {
    const list = object.getIn(['spec', 'namespaceResourceWhitelist']);
    const allowed = isSeq(list) ? list.toJSON() : [];
    object.setIn(['spec', 'namespaceResourceWhitelist'], [...allowed, { group: 'linkerd.io', kind: 'ServiceProfile' }]);
  }),
  'file-ignored': (situation, { path }) => {
    situation.args = [...situation.args, path];
  },
  'file-unnamed': 'only the function reports it, for files that kpt writes',
  'file-emptied': (situation, { path, fix }) => {
    situation.files.delete(path);
    const [, naming = '', line = ''] = / names it: (\S+):(\d+)$/.exec(fix) ?? [];
    const text = situation.files.get(naming);
    if (text !== undefined)
      situation.files.set(
        naming,
        text
          .split('\n')
          .filter((_, index) => index !== Number(line) - 1)
          .join('\n'),
      );
  },
};

function at(change: (object: YAMLMap, said: Said) => unknown): Edit {
  return (situation, said) => {
    inFile(situation, said, (found) => {
      change(found.object, said);
    });
  };
}

function remove(counts: (object: YAMLMap) => boolean): Edit {
  return (situation, said) => {
    inFile(situation, said, (found) => {
      if (counts(found.object)) found.remove();
    });
  };
}

/** Changes the object that a finding is about, and writes its file again. */
function inFile({ files }: Situation, { path, line }: Said, change: (found: Found) => void): void {
  const lines = new LineCounter();
  const documents = parsed(files.get(path) ?? '', lines);
  const found = objectsOf(documents).findLast(({ object }) => {
    const [start = 0, , end = 0] = object.range ?? [];
    return lines.linePos(start).line <= line && line <= lines.linePos(end).line;
  });
  if (found === undefined) throw new Error(`${path}:${line}: no object is there`);
  change(found);
  files.set(path, printed(documents));
}

function everywhere({ files }: Situation, change: (object: YAMLMap) => void): void {
  for (const [path, text] of files) {
    const documents = parsed(text);
    for (const { object } of objectsOf(documents)) change(object);
    files.set(path, printed(documents));
  }
}

function removeFirst({ files }: Situation, of: (object: YAMLMap) => boolean): void {
  for (const [path, text] of files) {
    const documents = parsed(text);
    const found = objectsOf(documents).find(({ object }) => of(object));
    if (found === undefined) continue;
    found.remove();
    files.set(path, printed(documents));
    return;
  }
}

/** The same objects without anchors and aliases. */
function writtenOut(text: string): string {
  return parsed(text)
    .map((document) => `${JSON.stringify(document.toJS(), null, 2)}\n`)
    .join('---\n');
}

function parsed(text: string, lineCounter?: LineCounter): Document.Parsed[] {
  return [...parseDocuments(text, { ...(lineCounter && { lineCounter }) })];
}

function printed(documents: readonly Document[]): string {
  return documents
    .filter(({ contents }) => contents !== null)
    .map((document) =>
      document
        .toString({ directives: false })
        .replace(/^---\s*\n/, '')
        .replace(/\n?\.\.\.\n?$/, '\n'),
    )
    .join('---\n');
}

/** All mappings with a kind or an apiVersion, outer ones first. */
function objectsOf(documents: readonly Document.Parsed[]): readonly Found[] {
  const found: Found[] = [];
  for (const document of documents) {
    visit(document, {
      Map: (key, map, path) => {
        const kind = map.get('kind', true);
        const isObject = isScalar(kind) ? map.has('apiVersion') || map.has('metadata') : map.has('apiVersion');
        if (!isObject) return;
        const parent = path.at(-1);
        found.push({
          document,
          object: map,
          remove: () => {
            if (isSeq(parent) && typeof key === 'number') parent.items.splice(key, 1);
            else (document as { contents: ParsedNode | null }).contents = null;
          },
        });
      },
    });
  }
  return found;
}
