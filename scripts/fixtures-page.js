// docs/cases.md: the cases by topic. A case belongs to the first topic that its name, its arguments or its input tells.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The topics in the order in which a case is asked for them: a heading, and what tells that a case belongs to it. */
const topics = [
  ['HTTPRoutes', ({ args }) => /--target\n?=?httproute/.test(args)],
  ['Reports of earlier runs', ({ args }) => /^--from$/m.test(args)],
  ['Explanations, help and version', ({ args }) => /^(?:--explain|--help|-h|--version|-V|help)\b/m.test(args)],
  ['Forms of the report', ({ args }) => /^--format/m.test(args)],
  [
    'Functions (ResourceLists)',
    ({ input, name }) => /kind: ["']?ResourceList/.test(input) || /-resource-?list|functionconfig/.test(name),
  ],
  [
    'Paths, patterns and .gitignore',
    ({ name }) => /pattern|glob|exclu|exclamation|gitignore|-path(?:s)?-|director|symlink|-link/.test(name),
  ],
  [
    'Options, configuration and environment',
    ({ name }) => /option|flag|config|parameter|environment|fail-on|color|-variable|argument/.test(name),
  ],
  [
    'Kustomize',
    ({ name }) =>
      /kustomiz|overlay|base-|-base|patch|component|namereference|prefix|suffix|transformer|generator/.test(name),
  ],
  ['Flux, Argo CD, Helm and kpt', ({ name }) => /flux|argo|helm|chart|kpt|template/.test(name)],
  ['Weights', ({ name }) => /weight|quantit|-sum-/.test(name)],
  ['Namespaces and cluster domains', ({ name }) => /namespace|domain/.test(name)],
  ['Profiles that exist already', ({ name }) => /profile/.test(name)],
  [
    'Services, ports and other kinds beside a split',
    ({ name }) => /service|port|route|controller|rollout|canary|ingress|webhook|apex/.test(name),
  ],
  ['Labels and annotations', ({ name }) => /label|annotation/.test(name)],
  ['Comments', ({ name }) => /comment/.test(name)],
  ['Files: written, listed, compared', ({ args }) => /^(?:-w|--write|-l|--list|-d|--diff|--check)$/m.test(args)],
  ['Printed files', ({ args }) => args.split('\n').some((word) => word !== '' && !word.startsWith('-'))],
  [
    'Layout: dashes, indentation, lists, line ends',
    ({ name }) => /dash|indent|line-end|newline|flow|list|item|order/.test(name),
  ],
  [
    'Standard input that is empty, refused or left without objects',
    ({ name }) => /stdin|stream|allow-empty|standard-input|filter|no-manifest/.test(name),
  ],
  [
    'Text that cannot be read, or is read with care',
    ({ name }) =>
      /invalid|broken|unread|utf|byte-order|encod|escape|anchor|alias|tag|merge|duplicate|key|yaml|json|separator|document|scalar|string|quot/.test(
        name,
      ),
  ],
  ['Splits: fields, backends, versions', ({ name }) => /split|backend|match|version|field|name/.test(name)],
  ['Other', () => true],
];

/** @param {string} path @returns {string} */
const textOf = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');

/** A folder's name as the sentence that it is.
 * @param {string} name @returns {string} */
const sentenceOf = (name) => `${name[0]?.toUpperCase()}${name.slice(1).replaceAll('-', ' ')}`;

/** The page: each case is a link to its folder.
 * @param {string} root the checkout @returns {string} */
export function fixturesPage(root) {
  const folder = join(root, 'fixtures');
  const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  );
  const sorted = new Map();
  for (const [heading] of topics) sorted.set(heading, []);
  for (const name of names.sort()) {
    const one = { name, args: textOf(join(folder, name, 'args')), input: textOf(join(folder, name, 'stdin')) };
    const [heading] = topics.find(([, belongs]) => belongs(one)) ?? ['Other'];
    sorted.get(heading).push(name);
  }
  const parts = Array.from(sorted, ([heading, cases]) => {
    const lines = cases.map((name) => `- [${sentenceOf(name)}](../fixtures/${name})`);
    return `## ${heading} (${cases.length})\n\n${lines.join('\n')}\n`;
  });
  return `# Cases

<!-- Made by npm run docs from the names of the folders. Do not edit. -->

Each folder in \`fixtures/\` is one run of the program, named for what it proves: \`args\`, \`env\`, \`stdin\` and \`before/\` are what goes in, \`stdout\`, \`stderr\`, \`exit\` and \`after/\` what comes out; what is absent is empty, or 0. \`npm run fixture -- "sentence that it proves"\` makes one, \`test/fixtures.test.ts\` runs them all. There are ${names.length}.

${parts.join('\n')}`;
}
