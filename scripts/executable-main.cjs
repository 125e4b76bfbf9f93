// The first script of an executable: it loads the parts of the bundle, which the executable holds as assets, when they are
// asked for, as Node does with files.
const { getAsset } = require('node:sea');
const { compileFunction } = require('node:vm');

const loaded = new Map();

function load(name) {
  const known = loaded.get(name);
  if (known !== undefined) return known.exports;
  const module = { exports: {} };
  loaded.set(name, module);
  const code = getAsset(name, 'utf8').replace(/^#!.*/, '');
  compileFunction(code, ['require', 'module', 'exports'], { filename: name })(find, module, module.exports);
  return module.exports;
}

function find(name) {
  return name.startsWith('./') ? load(name.slice(2)) : require(name);
}

load('smi2linkerd.cjs');
