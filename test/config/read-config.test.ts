import { convert } from '../../src/index.ts';
import { describe, expect, test } from 'vitest';
import { commandWords } from '../../src/config/advice.ts';
import { identity } from '../../src/config/config.generated.js';
import { readConfig, resolveOptions, targetProblem, type OptionLayer } from '../../src/config/config.ts';

const configMap = { apiVersion: 'v1', kind: 'ConfigMap' };

describe('a functionConfig', () => {
  test.each<[string, unknown, readonly [string, readonly (string | number)[]][]]>([
    ['that is a text', 'drop', [['the functionConfig is not a mapping', []]]],
    ['that is empty', {}, []],
    ['without data', configMap, []],
    ['with data that is a list', { ...configMap, data: ['drop'] }, [['data is not a mapping', ['data']]]],
    [
      'with metadata that is no mapping',
      { apiVersion: identity.apiVersion, kind: identity.kind, metadata: 'a' },
      [['metadata is "a", but has to be a mapping', ['metadata']]],
    ],
    [
      'of our kind in another group',
      { apiVersion: 'v1', kind: identity.kind },
      [['functionConfig v1 TrafficSplitTransformer is not ours', ['kind']]],
    ],
    [
      'of our group and another kind',
      { apiVersion: identity.apiVersion, kind: 'ConfigMap' },
      [[`functionConfig ${identity.apiVersion} ConfigMap is not ours`, ['kind']]],
    ],
    ['of another kind', { apiVersion: 'v1', kind: 'Secret' }, [['functionConfig v1 Secret is not ours', ['kind']]]],
  ])('%s', (_, config, problems) => {
    expect(readConfig(config).problems.map(({ message, path }) => [message, path])).toEqual(problems);
  });
});

describe('the command of a fix says of the annotation and of the bound what the options say', () => {
  test.each<[object, readonly string[]]>([
    [{}, []],
    [{ drop: true }, ['--drop']],
    [{ skipAnnotation: true }, ['--skip-annotation']],
    [{ failOn: 'warning' }, ['--fail-on', 'warning']],
    [{ drop: true, skipAnnotation: false }, ['--drop', '--no-skip-annotation']],
  ])('%j', (flags, words) => {
    expect(commandWords({ options: resolveOptions(flags) })).toEqual(['smi2linkerd', ...words]);
  });
});

test('the command of a fix names no option twice', () => {
  const options = resolveOptions({ drop: true, namespace: 'a', clusterDomain: 'x.example' });
  const words = ['--drop', '-n', 'b', '--cluster-domain', 'y.example'];
  expect(commandWords({ options }, ...words)).toEqual(['smi2linkerd', ...words]);
});

test.each<[OptionLayer, boolean]>([
  [{}, false],
  [{ drop: true }, true],
  [{ drop: true, skipAnnotation: false }, false],
  [{ drop: true, target: 'httproute' }, false],
  [{ drop: true, target: 'serviceprofile' }, true],
])('whether profiles are marked is decided by drop, for profiles alone: %j', (options, isMarked) => {
  expect(resolveOptions(options).skipAnnotation).toBe(isMarked);
});

describe('options of another target', () => {
  test.each<[OptionLayer, string | undefined]>([
    [{}, undefined],
    [{ skipAnnotation: true }, undefined],
    [{ target: 'httproute', skipAnnotation: false }, undefined],
    [{ target: 'httproute', skipAnnotation: true }, 'skipAnnotation cannot be used with target httproute'],
    [{ profiles: true }, 'profiles needs target httproute'],
    [{ profiles: false }, undefined],
  ])('%j', (options, message) => {
    expect(targetProblem(options)?.message).toBe(message);
    if (message !== undefined) expect(() => convert([], options)).toThrow(`option ${message}`);
  });
});
