// The playground: the library in a page. Nothing is requested, stored or sent.
import type { EditorView } from '@codemirror/view';
import { isOption } from '../../src/config/config.ts';
import type { Conversion } from '../../src/index.ts';
import { convertAside } from './conversions.ts';
import { goTo, inputEditor, setMarks, setText, showResult } from './editor.ts';
import { examples } from './examples.ts';
import { showFindings } from './findings.ts';
import type { Shared } from './link.ts';
import { fromFragment, toFragment } from './link.ts';
import { showSplits } from './splits.ts';

/** The longest time, in milliseconds, from the last change of the text to its conversion. */
const pause = 150;
/** After this time, in milliseconds, the page says that it converts. */
const patience = 300;

const fields = ['target', 'namespace', 'clusterDomain', 'ports', 'drop'] as const;

/** The element of the page with an id. Throws where the page has none: page and script belong together. */
function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no ${id}`);
  return found;
}

function control(id: string): HTMLInputElement | HTMLSelectElement {
  return element(id) as HTMLInputElement | HTMLSelectElement;
}

/** The options that differ from their defaults, by their names in the library. */
function readOptions(): Readonly<Record<string, string | boolean>> {
  const options: Record<string, string | boolean> = {};
  for (const id of fields) {
    const field = control(id);
    if (!isOption(id)) continue;
    if (field instanceof HTMLInputElement && field.type === 'checkbox') {
      if (field.checked) options[id] = true;
    } else if (field.value.trim() !== '' && field.value !== 'serviceprofile') options[id] = field.value.trim();
  }
  if (options.target !== 'httproute') delete options.ports;
  return options;
}

function writeOptions(options: Readonly<Record<string, string | boolean>>): void {
  for (const id of fields) {
    const field = control(id);
    const value = options[id];
    if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = value === true;
    else field.value = typeof value === 'string' ? value : id === 'target' ? 'serviceprofile' : '';
  }
  showPorts();
}

/** Ports are asked for only where the target needs them. */
function showPorts(): void {
  element('ports-field').hidden = !isOption('ports') || control('target').value !== 'httproute';
}

function statusOf(text: string, { failed, files: [file] }: Conversion): string {
  if (file?.text === text) return 'unchanged';
  return failed ? 'not to be deployed: see the errors below' : 'converted';
}

/** Converts the text of the editor and shows what came of it, unless another text has taken its place meanwhile. */
async function show(editor: EditorView): Promise<void> {
  const { doc } = editor.state;
  const text = doc.toString();
  const notice = setTimeout(() => {
    element('status').textContent = 'converting…';
  }, patience);
  const conversion = await convertAside({ text, options: readOptions() });
  clearTimeout(notice);
  if (conversion === undefined || !editor.state.doc.eq(doc)) return;
  const problem = element('problem');
  if (typeof conversion === 'string') {
    problem.textContent = conversion;
    element('status').textContent = '';
    return;
  }
  problem.textContent = '';
  element('status').textContent = statusOf(text, conversion);
  showResult(element('result'), text, conversion.files[0]?.text ?? text);
  showSplits(conversion);
  setMarks(
    editor,
    conversion.findings.map(({ line = 1, column = 1, severity, code, message }) => ({
      line,
      column,
      severity,
      message: `${code}: ${message}`,
    })),
  );
  showFindings(conversion, (line, column) => {
    goTo(editor, line, column);
  });
}

/** What the link in the address carries; undefined if there is none, or none that can be read, which is said. */
async function fromAddress(): Promise<Shared | undefined> {
  const { hash } = location;
  const brought = await fromFragment(hash);
  if (location.hash !== hash) return undefined; // another link was opened meanwhile
  const isBroken = brought === undefined && hash.length > 1;
  element('shared').textContent = isBroken ? 'The link cannot be read: it is not complete.' : '';
  return brought;
}

async function start(): Promise<void> {
  const menu = element('example') as HTMLSelectElement;
  menu.append(...examples.map(({ title }, index) => new Option(title, String(index))));
  element('target-field').hidden = !isOption('target');
  const brought = await fromAddress();
  if (brought !== undefined) menu.selectedIndex = -1;
  const { text, options } = brought ?? examples[0] ?? { text: '', options: {} };
  writeOptions(options);

  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = (): void => {
    element('shared').textContent = '';
    clearTimeout(timer);
    timer = setTimeout(() => {
      void show(editor);
    }, pause);
  };
  const editor = inputEditor(element('input'), text, later);
  const open = (shared: Shared): void => {
    writeOptions(shared.options);
    setText(editor, shared.text);
    clearTimeout(timer); // not twice
    void show(editor);
  };
  menu.addEventListener('change', () => {
    const example = examples[menu.selectedIndex];
    if (example !== undefined) open(example);
  });
  // A link that is opened where the page is open already: only the fragment changes, and nothing is loaded.
  addEventListener('hashchange', () => {
    void fromAddress().then((shared) => {
      if (shared === undefined) return;
      menu.selectedIndex = -1;
      open(shared);
    });
  });
  const form = element('options');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  for (const id of fields) {
    control(id).addEventListener('input', () => {
      showPorts();
      later();
    });
  }
  element('share').addEventListener('click', () => void share(editor));
  await show(editor);
  document.documentElement.dataset.ready = 'true';
}

/** Puts text and options into the address, and the address on the clipboard where the browser allows it. */
async function share(editor: EditorView): Promise<void> {
  const said = element('shared');
  const fragment = await toFragment({ text: editor.state.doc.toString(), options: readOptions() });
  if (fragment === undefined) {
    said.textContent = 'The text is too long for a link.';
    return;
  }
  history.replaceState(null, '', fragment);
  try {
    await navigator.clipboard.writeText(location.href);
    said.textContent = 'The link is on the clipboard.';
  } catch {
    said.textContent = 'The link is in the address bar.';
  }
}

void start();
