import { symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkout, put, run, scratch, succeed } from './run.ts';
import { bundle, tool } from './tools.ts';

const root = scratch();
const completions = join(checkout, 'completions');
const bash = tool('bash', '--version') ?? '';
const zsh = tool('zsh', '--version') ?? '';
const fish = tool('fish', '--version') ?? '';
const man = tool('groff', '--version') ?? '';
const bin = put(join(root, 'bin'), {});
symlinkSync(bundle, join(bin, 'smi2linkerd'));
const env = { PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`, HOME: root };
const cwd = put(join(root, 'cwd'), { 'split.yaml': '', 'report.json': '', 'my file.yaml': '' });
const terminal = tool('script', '--version') ?? '';

/** Words typed so far, and what has to be offered, and not. */
const typed: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['smi2linkerd --fo', ['--format'], ['--drop']],
  ['smi2linkerd --w', ['--write'], ['--list']],
  ['smi2linkerd --format ', ['sarif', 'github'], ['always']],
  ['smi2linkerd --fail-on w', ['warning'], ['error']],
  ['smi2linkerd --drop spl', ['split.yaml'], ['--list']],
  ['smi2linkerd --config spl', ['split.yaml'], ['--list']],
  ['smi2linkerd --from rep', ['report.json'], ['--list']],
  ['smi2linkerd --from report.json spl', ['split.yaml'], ['--list']],
  ['smi2linkerd --explain invalid-we', ['invalid-weight'], ['invalid-apex']],
];

function check(offers: (line: string) => string): void {
  for (const [line, wanted, unwanted] of typed) {
    const offered = offers(line).split(/\s+/);
    for (const word of wanted) expect(offered, line).toContain(word);
    for (const word of unwanted) expect(offered, line).not.toContain(word);
  }
}

describe('completion', () => {
  test.skipIf(bash === '')('in bash', () => {
    check((line) => {
      const words = line.split(' ');
      const script = `source ${completions}/smi2linkerd.bash
COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}
_smi2linkerd; printf '%s\\n' "\${COMPREPLY[@]}"; complete -p smi2linkerd >/dev/null`;
      return succeed(bash, ['-c', script], { cwd, env });
    });
  });

  test.skipIf(bash === '' || terminal === '')('in a terminal of bash, of file names with a space', () => {
    for (const typed of ['--check my', '--check my\\ f', '--check "my f', '--from=my', '--config my']) {
      const keys = `smi2linkerd() { printf '<%s>' "$@"; }; source ${completions}/smi2linkerd.bash\nsmi2linkerd ${typed}\t\nexit\n`;
      const { stdout } = run(terminal, ['-qec', `${bash} --norc --noprofile -i`, '/dev/null'], {
        cwd,
        env,
        input: keys,
      });
      expect(stdout, typed).toMatch(/<--\w+(?:>|=)<?my file\.yaml>/);
    }
  });

  test.skipIf(fish === '')('in fish', () => {
    check((line) =>
      succeed(fish, ['--no-config', '-c', `source ${completions}/smi2linkerd.fish; complete -C '${line}'`], {
        cwd,
        env,
      }),
    );
  });

  test.skipIf(zsh === '')('in zsh', () => {
    check((line) => {
      // A terminal of its own: what compinit offers is seen in no other way.
      const script = `zmodload zsh/zpty
zpty z zsh -f
send() { zpty -w z "$1"; }
send 'PS1=; unset zle_bracketed_paste; LISTMAX=1000; stty cols 200; fpath=(${completions} $fpath); autoload -U compinit; compinit -u -D; zstyle ":completion:*" list-colors no; setopt no_beep; echo ready'
zpty -r z seen '*ready*ready*' 2>/dev/null || true
zpty -n -w z $'${line}\\t\\t'
sleep 1
zpty -n -w z $'\\C-u'
send 'exit'
while zpty -r z part; do seen+=$part; done
print -r -- $seen`;
      // eslint-disable-next-line no-control-regex -- what a terminal is told
      return run(zsh, ['-f', '-c', script], { cwd, env }).stdout.replace(/\u001b\[[0-9;?]*[A-Za-z]/g, ' ');
    });
  });
});

test.skipIf(man === '')('the man page has no mistakes in its markup, and says what --help says', () => {
  const page = join(checkout, 'man/smi2linkerd.1');
  const { status, stdout, stderr } = run(man, ['-man', '-ww', '-Tascii', '-P-c', page], { env });
  expect([status, stderr]).toEqual([0, '']);
  // eslint-disable-next-line no-control-regex -- bold is a letter printed twice
  const shown = stdout.replace(/.\u0008/g, '').replace(/\s+/g, ' ');
  for (const [, flag = ''] of succeed(process.execPath, [bundle, '--help']).matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm))
    expect(shown).toContain(flag);
});
