// The environment variables that the command reads, for docs/options.md and the man page.

/** Each variable with its meaning in Markdown. */
export const environment = [
  [
    'ARGOCD_APP_NAMESPACE',
    'set by Argo CD; the namespace of objects that have none, when manifests are printed or filtered; `--namespace` takes precedence',
  ],
  [
    'ARGOCD_APP_PARAMETERS',
    'set by Argo CD; [parameters](argocd.md#which-parameters-can-an-application-set) of the Application, when manifests are printed or filtered; they take precedence over all options',
  ],
  ['ARGOCD_APP_NAME', 'set by Argo CD; if it is set, output without any object is an error'],
  [
    'ARGOCD_APP_SOURCE_PATH',
    'set by Argo CD; the directory of the Application in its repository: without a `.git`, it tells where the repository begins, which links to files may not leave',
  ],
  [
    'SMI2LINKERD_PLUGIN_PARAMETERS',
    'names of parameters that a plugin reads itself, separated by spaces; `set:array` is refused in any other form',
  ],
  ['NO_COLOR', 'no colors, unless `--color always`'],
  ['CI', 'if it is set, a long search shows no number of files on a terminal'],
  ['LOG_TO_STDERR', 'a function also writes its results to stderr'],
  ['SMI2LINKERD_DEBUG', '`1`: prints the stack of an internal error, and why a list is read as a whole'],
];
