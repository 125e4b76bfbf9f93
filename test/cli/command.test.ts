import { describe, expect, test } from 'vitest';
import { filterCall, type CommandLine } from '../../src/cli/command-line.ts';
import { commandOf } from '../../src/cli/shell-command.ts';

describe('the command that writes what a check found', () => {
  test.each<[string, Partial<CommandLine>, string]>([
    ['without flags', { paths: ['a.yaml', 'b/'] }, 'smi2linkerd --write a.yaml b/'],
    ['a flag with a value', { flags: { clusterDomain: 'x.y' } }, 'smi2linkerd --write --cluster-domain x.y'],
    ['a flag that is on', { flags: { drop: true } }, 'smi2linkerd --write --drop'],
    ['a flag that is off', { flags: { skipAnnotation: false } }, 'smi2linkerd --write --no-skip-annotation'],
    ['several ports', { flags: { ports: 'a=1 b=2' } }, 'smi2linkerd --write --port a=1 --port b=2'],
    ['a config file', { config: 'c.yaml', paths: ['.'] }, 'smi2linkerd --write --config c.yaml .'],
    ['a path that looks like a flag', { paths: ['a.yaml', '-b.yaml'] }, 'smi2linkerd --write -- a.yaml -b.yaml'],
    [
      'a path that a shell would split, and one with a quote',
      { paths: ['a b.yaml', "it's.yaml"] },
      String.raw`smi2linkerd --write 'a b.yaml' 'it'\''s.yaml'`,
    ],
  ])('%s', (_, call, command) => {
    expect(commandOf({ ...filterCall, ...call }, '--write')).toBe(command);
  });
});
