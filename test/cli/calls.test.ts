import { describe, expect, test } from 'vitest';
import { toCall, type Flags } from '../../src/cli/command-line-of.ts';
import { withParameters } from '../../src/cli/parameters.ts';
import { parse } from '../../src/cli/options.ts';
import type { CommandLine } from '../../src/cli/command-line.ts';
import type { Host } from '../../src/cli/host.ts';
import { runWith } from '../host.ts';
import { split, treeOf } from './tree.ts';

const tree = (): string =>
  treeOf({
    'web.yaml': split,
    'two.yaml': 'a: 1\n---\nb: 2\n',
    'none.yaml': '# nothing\n',
    'latin1.yaml': Buffer.from('a: \xe9\n', 'latin1'),
    'broken.yaml': 'a: [\n',
    'config.yaml': 'kind: ConfigMap\napiVersion: v1\nmetadata: {name: a}\ndata: {port: "80"}\n',
    'ports.yaml': 'kind: ConfigMap\napiVersion: v1\nmetadata: {name: a}\ndata: {target: serviceprofile, ports: "80"}\n',
    'wrong.yaml': 'kind: ConfigMap\napiVersion: v1\nmetadata: {name: a}\ndata: {drop: "perhaps", failOn: x}\n',
    'report.json': '[]',
    'dir/a.yaml': 'a: 1\n',
  });

describe('a wrong command ends with exit code 2 and a message', () => {
  test.each<[readonly string[], string]>([
    [['-w'], '--write needs the path of a file or directory\n    fix: for example: smi2linkerd --write .'],
    [['-w', '-'], '--write needs the path of a file or directory\n    fix: for example: smi2linkerd --write .'],
    [['--list', '-', '-'], '--list needs the path of a file or directory\n    fix: for example: smi2linkerd --list .'],
    [['--check'], '--check needs the path of a file or directory\n    fix: for example: smi2linkerd --check .'],
    [
      ['--check', '-', '-'],
      '--check needs the path of a file or directory\n    fix: for example: smi2linkerd --check .',
    ],
    [['-d', '-', 'web.yaml'], '--diff cannot be used on standard input'],
    [['--check', '-', 'web.yaml'], 'standard input (-) cannot be mixed with other paths'],
    [['-', 'web.yaml'], 'standard input (-) cannot be mixed with other paths'],
    [['-', '-'], 'standard input (-) cannot be mixed with other paths'],
    [['-w', '-l', '.'], '--write and --list cannot be used together'],
    [['--check', '-w', '-d', '-l', '.'], '--write and --list and --diff and --check cannot be used together'],
    [['--from', 'report.json', '-w'], '--from reads reports and cannot be used with manifests'],
    [['web.yaml', '--from', 'report.json'], '--from reads reports and cannot be used with manifests'],
    [
      ['--from', 'report.json'],
      'report.json is not a report of smi2linkerd --format json\n    fix: make it with --format json',
    ],
    [['--from', 'no.json'], 'no.json: no such file or directory'],
    ...['--no-skip-annotation', '--drop'].map((name): [string[], string] => [
      [name, '--from', 'report.json'],
      `--from renders reports as they are and cannot be used with ${name}\n    fix: give the option to the runs that make the reports`,
    ]),
    [['--port', '80', '.'], '--port needs --target httproute'],
    [['--route-version', 'v1', '.'], '--route-version needs --target httproute'],
    [['--profiles', '.'], '--profiles needs --target httproute'],
    [['--profiles', '--target', 'serviceprofile', '.'], '--profiles needs --target httproute'],
    [['--target', 'httproute', '--skip-annotation', '.'], '--skip-annotation cannot be used with --target httproute'],
    [['--target', 'grpc', '.'], '--target is "grpc", but has to be serviceprofile or httproute'],
    [['--color', 'no', '.'], '--color is "no", but has to be auto, always or never'],
    [['--port', '0', '.'], '--port is "0", but has to be ports such as 8080,9090 or web=8080'],
    [['--port', '65536', '.'], '--port is "65536", but has to be ports such as 8080,9090 or web=8080'],
    [['--port', '80 ', '.'], '--port is "80 ", but has to be ports such as 8080,9090 or web=8080'],
    [['--port', 'a_b=80', '.'], '--port is "a_b=80", but has to be ports such as 8080,9090 or web=8080'],
    [['--drpo'], "unknown option '--drpo' (Did you mean --drop?)"],
    [['--drop=false', '.'], '--drop takes no value\n    fix: write --drop alone, or leave it out'],
    [
      ['--no-skip-annotation=', '.'],
      '--no-skip-annotation takes no value\n    fix: write --no-skip-annotation alone, or leave it out',
    ],
    [['--dorp=false', '.'], "unknown option '--dorp=false'\n    fix: smi2linkerd --help shows all options"],
    [['--dry-run', '.'], "unknown option '--dry-run'\n    fix: smi2linkerd --help shows all options"],
    [['-w .'], "unknown option '- .'\n    fix: write each option as a word of its own: --drop, --namespace=shop"],
    [['-n'], "option '-n, --namespace <ns>' argument missing"],
    [
      ['--format', 'jsn', '.'],
      '--format is "jsn", but has to be text, json, sarif, github, markdown, html, gitlab or junit',
    ],
    [['--explain', 'weight-form', 'yaml-syntax'], '--explain takes one code\n    fix: smi2linkerd --explain lists all'],
    [
      ['-dash.yaml'],
      "unknown option '-ash.yaml'\n    fix: smi2linkerd --help shows all options; write a path that begins with a dash as ./-path",
    ],
    [
      ['-f', 'web.yaml'],
      "unknown option '-f'\n    fix: smi2linkerd --help shows all options; write a path that begins with a dash as ./-path",
    ],
    [
      ['-n=shop', '.'],
      '--namespace is "=shop", but has to be a DNS label: lower-case letters, digits and dashes, at most 63 characters\n    fix: write each option as a word of its own: --drop, --namespace=shop',
    ],
    [['--explain', 'weight-frm'], 'there is no diagnostic "weight-frm"\n    fix: did you mean weight-form?'],
    [
      ['--explain', 'nothing like it'],
      'there is no diagnostic "nothing like it"\n    fix: smi2linkerd --explain lists all',
    ],
    [['--config', '', 'web.yaml'], 'the path of the config file is empty'],
    [['--config', 'no.yaml', 'web.yaml'], 'no.yaml: the config file cannot be read: no such file or directory'],
    [['--config', 'dir', 'web.yaml'], 'dir: the config file is a directory\n    fix: name the file in it'],
    [['--config', '/dev/zero', 'web.yaml'], '/dev/zero: the config file is a device, not a file or a pipe'],
    [['--from', '/dev/zero'], '/dev/zero: is a device, not a file or a pipe'],
    [['--config', 'latin1.yaml', 'web.yaml'], 'latin1.yaml: the config file is not UTF-8'],
    [['--config', 'two.yaml', 'web.yaml'], 'two.yaml: a config file holds one object'],
    [['--config', 'none.yaml', 'web.yaml'], 'none.yaml: a config file holds one object'],
    [
      ['--config', 'broken.yaml', 'web.yaml'],
      'broken.yaml:2:1: Flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
    [['--config', 'ports.yaml', 'web.yaml'], 'ports needs target httproute'],
    [
      ['--config', 'wrong.yaml', 'web.yaml'],
      'wrong.yaml:4:14: drop is "perhaps", but has to be true or false (data.drop)\n    fix: correct data.drop of the functionConfig\nsmi2linkerd: wrong.yaml:4:33: failOn is "x", but has to be error or warning (data.failOn)\n    fix: correct data.failOn of the functionConfig',
    ],
    [
      ['--config', 'config.yaml', 'web.yaml'],
      'config.yaml:4:14: functionConfig has no key "port" (data.port)\n    fix: did you mean ports? allowed are drop, namespace, clusterDomain, skipAnnotation, failOn, target, ports, routeVersion, profiles',
    ],
  ])('%j: %s', async (args, said) => {
    const { code, stdout, stderr } = await runWith(args, { cwd: tree(), stdin: Buffer.from(split) });
    expect(stderr).toBe(`smi2linkerd: ${said}\n`);
    expect([code, stdout.toString()]).toEqual([2, '']);
  });
});

describe('a path that cannot be read is a problem', () => {
  test.each<[readonly string[], boolean, boolean]>([
    [['--check', '--format', 'json'], true, true],
    [['--check', '--format', 'sarif'], true, true],
    [['-l', '--format', 'json'], false, false],
    [['-l', '--format', 'sarif'], false, true],
  ])('%j: the report is on stdout: %s, the problem is said in words: %s', async (args, onStdout, inWords) => {
    const { code, stdout, stderr } = await runWith([...args, 'web.yaml', 'latin1.yaml', 'no.yaml'], { cwd: tree() });
    expect(code).toBe(2);
    expect((onStdout ? stdout.toString() : stderr).startsWith('{')).toBe(true);
    expect(/^smi2linkerd: no\.yaml: /m.test(stderr)).toBe(inWords);
  });
});

describe('a call', () => {
  test.each<[readonly string[], Partial<CommandLine>]>([
    [[], { mode: 'print', paths: [], flags: {}, format: 'text', quiet: false, color: 'auto' }],
    [['-'], { mode: 'print', paths: [] }],
    [['--check', '-'], { mode: 'check', paths: [] }],
    [['--check', 'a', 'b'], { mode: 'check', paths: ['a', 'b'] }],
    [['-w', 'a'], { mode: 'write', paths: ['a'] }],
    [['-l', 'a'], { mode: 'list' }],
    [['-d', 'a'], { mode: 'diff' }],
    [['--drop', '-n', 'shop'], { flags: { drop: true, namespace: 'shop' } }],
    [['--cluster-domain', 'a.b', '--fail-on', 'warning'], { flags: { clusterDomain: 'a.b', failOn: 'warning' } }],
    [['--skip-annotation'], { flags: { skipAnnotation: true } }],
    [['--no-skip-annotation'], { flags: { skipAnnotation: false } }],
    [['--target', 'httproute', '--no-skip-annotation'], { flags: { target: 'httproute', skipAnnotation: false } }],
    [
      [
        '--target',
        'httproute',
        '--port',
        '80',
        '--port',
        'web=1,65535  api=2',
        '--route-version',
        'v1beta1',
        '--profiles',
      ],
      { flags: { target: 'httproute', ports: '80 web=1,65535  api=2', routeVersion: 'v1beta1', profiles: true } },
    ],
    [['--config', 'a.yaml', '--port', '80'], { config: 'a.yaml', flags: { ports: '80' } }],
    [['-q', '--color', 'never', '--format', 'json'], { quiet: true, color: 'never', format: 'json' }],
  ])('%j', (args, call) => {
    expect(parse(args)).toMatchObject({ call });
  });

  test('has no option that was not given', () => {
    const flags: Flags = { format: 'text', color: 'auto' };
    expect(toCall(flags, [])).toEqual({
      mode: 'print',
      paths: [],
      flags: {},
      format: 'text',
      quiet: false,
      color: 'auto',
    });
  });

  test.each<[readonly string[], object]>([
    [['--explain'], { explain: true }],
    [['--explain', 'weight-form'], { explain: 'weight-form' }],
    [['--from', 'a', 'b'], { from: ['a', 'b'], call: { mode: 'print', paths: [] } }],
    [['--version'], { print: expect.stringMatching(/^smi2linkerd \d+\.\d+\.\d+\S*\n$/) as string }],
    [
      ['-h'],
      {
        print: expect.stringMatching(
          /^Usage: smi2linkerd \[options\] \[path\.\.\.\]\n\nTurn SMI[^]*a bug in smi2linkerd\n$/,
        ) as string,
      },
    ],
  ])('%j is another', (args, parsed) => {
    expect(parse(args)).toMatchObject(parsed);
  });
});

describe('the parameters of an Application', () => {
  const call = toCall({ format: 'text', color: 'auto' }, []);
  const withThese = (json: string, own = ''): CommandLine =>
    withParameters(call, {
      env: { ARGOCD_APP_PARAMETERS: json, ...(own !== '' && { SMI2LINKERD_PLUGIN_PARAMETERS: own }) },
    } as unknown as Host);
  const one = (name: string, string: string): string => JSON.stringify([{ name, string }]);

  test.each<[string, Partial<CommandLine>]>([
    ['[ ]', { parameters: {}, allowEmpty: false }],
    [one('drop', 'true'), { parameters: { drop: true }, allowEmpty: false }],
    [one('skip-annotation', 'false'), { parameters: { skipAnnotation: false } }],
    [one('namespace', 'shop'), { parameters: { namespace: 'shop' } }],
    [one('allow-empty', 'true'), { parameters: {}, allowEmpty: true }],
    [one('allow-empty', 'false'), { parameters: {}, allowEmpty: false }],
  ])('%s', (json, more) => {
    expect(withThese(json)).toEqual({ ...call, allowEmpty: false, ...more });
  });

  test('of the plugin itself are passed over', () => {
    expect(withThese(one('mine', 'a'), 'yours  mine').parameters).toEqual({});
    expect(() => withThese(one('mime', 'a'), 'mine')).toThrow('there is no parameter "mime"');
  });

  test.each([
    ['mine:string', { string: '' }, undefined],
    ['mine:array', { array: [] }, undefined],
    ['mine:map', { map: { a: 'b' } }, undefined],
    ['mine:array', { array: ['a'], string: null }, undefined],
    ['mine:array', {}, undefined],
    ['mine:array', { string: 'a' }, 'parameter mine has to be given as array, not as string'],
    ['mine:string', { array: ['a'] }, 'parameter mine has to be given as string, not as array'],
    ['mine:string', { string: 'a', map: {} }, 'parameter mine has to be given as string, not as map'],
  ])('of the plugin itself have the form that it reads: %s %j', (own, value, message) => {
    const read = (): CommandLine => withThese(JSON.stringify([{ name: 'mine', ...value }]), own);
    if (message === undefined) expect(read().parameters).toEqual({});
    else expect(read).toThrow(message);
  });

  test.each<[string, string]>([
    ['{', 'ARGOCD_APP_PARAMETERS is not valid JSON'],
    ['{}', 'ARGOCD_APP_PARAMETERS is not a list of parameters'],
    ['[1]', 'ARGOCD_APP_PARAMETERS has a parameter without a name'],
    ['[{"name": 1}]', 'ARGOCD_APP_PARAMETERS has a parameter without a name'],
    ['[{"name": "drop", "array": ["a"]}]', 'parameter drop has to be a string'],
    ['[{"name": "drop", "string": "true", "array": []}]', 'parameter drop has to be a string'],
    ['[{"name": "drop", "string": "true", "map": {}}]', 'parameter drop has to be a string'],
    ['[{"name": "drop", "string": "true"}, {"name": "drop", "string": "true"}]', 'parameter drop is set twice'],
    [one('drop', 'yes'), 'parameter drop is "yes", but has to be true or false'],
    [one('allow-empty', 'yes'), 'parameter allow-empty is "yes", but has to be true or false'],
    [one('nonsense', ''), 'there is no parameter "nonsense"'],
    [one('skipAnnotation', 'true'), 'there is no parameter "skipAnnotation"'],
  ])('%s: %s', (json, message) => {
    expect(() => withThese(json)).toThrow(expect.objectContaining({ message }) as Error);
  });

  test('do not count where files are written', () => {
    const write = toCall({ format: 'text', color: 'auto', write: true }, ['.']);
    expect(withParameters(write, { env: { ARGOCD_APP_PARAMETERS: '{' } } as unknown as Host)).toBe(write);
    expect(withParameters(call, { env: {} } as unknown as Host)).toBe(call);
  });

  test('that are misspelled have a hint', async () => {
    const { stderr } = await runWith([], {
      stdin: Buffer.from(split),
      env: { ARGOCD_APP_PARAMETERS: one('dorp', 'true') },
    });
    expect(stderr).toBe(
      'smi2linkerd: there is no parameter "dorp"\n    fix: did you mean drop? allowed are drop, namespace, cluster-domain, skip-annotation, fail-on, target, ports, route-version, profiles, allow-empty\n',
    );
  });
});
