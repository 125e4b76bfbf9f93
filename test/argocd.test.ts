import { Ajv } from 'ajv';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { plugins, withParameters } from '../scripts/argocd.js';

const folder = join(import.meta.dirname, '../argocd');

function load(name: string): unknown {
  return parse(readFileSync(join(folder, name), 'utf8'), { strict: true, uniqueKeys: true });
}

const text = { type: 'string', minLength: 1 };
const words = { type: 'array', items: { type: 'string' }, minItems: 1 };
const command = object({ command: words, args: words }, ['command']);

const parameter = object(
  {
    ...{ name: text, title: text, tooltip: text, required: { type: 'boolean' }, itemType: text },
    ...{ collectionType: { enum: ['', 'string', 'array', 'map'] }, string: { type: 'string' } },
    ...{ array: { type: 'array', items: { type: 'string' } }, map: { type: 'object' } },
  },
  ['name', 'tooltip'],
);

function object(properties: object, required: readonly string[]): object {
  return { type: 'object', properties, required, additionalProperties: false };
}

/** What Argo CD 3's cmpserver/plugin/config.go reads of a plugin file. Argo CD itself drops other keys without a word. */
const plugin = new Ajv({ allErrors: true }).compile(
  object(
    {
      apiVersion: { const: 'argoproj.io/v1alpha1' },
      kind: { const: 'ConfigManagementPlugin' },
      metadata: object({ name: text }, ['name']),
      spec: object(
        {
          version: text,
          init: command,
          generate: command,
          discover: object({ fileName: text, find: object({ glob: text, command: words, args: words }, []) }, []),
          parameters: object({ static: { type: 'array', items: parameter }, dynamic: command }, []),
          preserveFileMode: { type: 'boolean' },
          provideGitCreds: { type: 'boolean' },
        },
        ['generate'],
      ),
    },
    ['apiVersion', 'kind', 'metadata', 'spec'],
  ),
);

interface Sidecar {
  containers: unknown;
  volumes: unknown;
}

interface Plugin {
  metadata: { name: string };
  spec: { generate: { command: string[]; args: string[] } };
}

describe('the Argo CD plugins', () => {
  test.each(plugins)('%s announces the options of the schema: npm run docs', (name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    expect(text).toBe(withParameters(text));
  });

  test.each(plugins)('%s has only keys that Argo CD reads', (name) => {
    const loaded = load(name);
    plugin(loaded);
    expect(plugin.errors ?? []).toEqual([]);
  });

  test('a misspelled key is refused', () => {
    const wrong = structuredClone(load('plugin.yaml')) as { spec: Record<string, unknown> };
    wrong.spec.lockRepo = true;
    expect(plugin(wrong)).toBe(false);
  });

  test('plugin.yaml runs without a shell and converts the files that Argo CD reads of a directory', () => {
    const { generate } = (load('plugin.yaml') as Plugin).spec;
    expect([...generate.command, ...generate.args]).toEqual(['smi2linkerd', '--drop', '*.yaml', '*.yml', '*.json']);
  });

  test('application.yaml names an existing plugin and sets PruneLast', () => {
    const { spec } = load('application.yaml') as {
      spec: { source: { plugin: { name: string } }; syncPolicy: { syncOptions: string[] } };
    };
    expect(spec.source.plugin.name).toBe((load('plugin.yaml') as Plugin).metadata.name);
    expect(spec.syncPolicy.syncOptions).toContain('PruneLast=true');
  });

  test('images have the version of package.json', () => {
    const { version } = JSON.parse(readFileSync(join(folder, '../package.json'), 'utf8')) as { version: string };
    expect(readFileSync(join(folder, 'install/repo-server-patch.yaml'), 'utf8')).toContain(`/smi2linkerd:${version}\n`);
    for (const name of ['Dockerfile.kustomize', 'Dockerfile.helm'])
      expect(readFileSync(join(folder, name), 'utf8')).toContain(`ARG VERSION=${version}\n`);
  });

  test('all files of argocd/install define the same sidecar', () => {
    const patch = load('install/repo-server-patch.yaml') as { spec: { template: { spec: Sidecar } } };
    const { containers, volumes } = patch.spec.template.spec;
    const values = load('install/values.yaml') as { repoServer: { extraContainers: unknown; volumes: unknown } };
    expect(values.repoServer).toEqual({ extraContainers: containers, volumes });
    const operator = load('install/operator.yaml') as {
      spec: { repo: { sidecarContainers: unknown; volumes: unknown } };
    };
    expect(operator.spec.repo).toEqual({ sidecarContainers: containers, volumes });
  });
});
