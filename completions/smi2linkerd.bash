# Completion of smi2linkerd in bash. Made by scripts/shell.js. Do not edit.
_smi2linkerd_files() {
  # Readline knows the quotes of what was typed; bash 3.2 cannot ask it.
  compopt -o default 2>/dev/null && return
  local file
  while IFS= read -r file; do COMPREPLY+=("$file"); done < <(compgen -f -- "$1")
}
_smi2linkerd() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
  if [[ $before == = ]]; then before=${COMP_WORDS[COMP_CWORD - 2]}; fi
  if [[ $word == = ]]; then
    word=
    before=${COMP_WORDS[COMP_CWORD - 1]}
  fi
  COMPREPLY=()
  case $before in
    --target) COMPREPLY=($(compgen -W 'serviceprofile httproute' -- "$word")) ;;
    --route-version) COMPREPLY=($(compgen -W 'v1 v1beta1' -- "$word")) ;;
    --fail-on) COMPREPLY=($(compgen -W 'error warning' -- "$word")) ;;
    --format) COMPREPLY=($(compgen -W 'text json sarif github markdown html gitlab junit' -- "$word")) ;;
    --color) COMPREPLY=($(compgen -W 'auto always never' -- "$word")) ;;
    --explain) COMPREPLY=($(compgen -W 'yaml-syntax not-utf8 template-skipped invalid-config out-of-date not-in-force unknown-version invalid-trafficsplit matches-unsupported invalid-apex invalid-backend invalid-weight weight-out-of-range namespace-unknown apex-split-twice duplicate-profile ambiguous-profile profile-elsewhere profile-in-other-directory service-missing cluster-domain-doubtful cluster-domain-mismatch kustomize-rewrites cannot-insert comment-dropped name-normalised backend-other-namespace unknown-field weight-form no-backends all-weights-zero duplicate-backend nested-split lookalike-group profile-overwritten profile-skipped profile-stale profile-name-dead profile-shadowed profile-invalid profile-namespace-mismatch apex-headless backend-external-name backend-port-missing route-ignored annotation-ignored ports-unknown port-unknown port-not-http too-many-backends routegroup-missing ambiguous-routegroup invalid-routegroup match-unsupported too-many-matches route-exists route-name-taken grpcroute-wins profile-wins profile-routes profile-foreign match-never match-anchoring match-everything route-beside route-overwritten route-hostnames route-conflict route-stale annotation-active project-forbids-route ports-from-elsewhere profile-removed profile-convertible adaptor-wins split-skipped split-local-config failover-controlled controller-owned splits-at-run-time served-by-function kustomize-patch version-never-served weight-fraction namespace-from-kustomization service-renamed half-renamed metadata-form cluster-dump apex-split-alternative apex-split-in-files split-embedded smi-leftover project-forbids-profile file-emptied file-unnamed file-ignored' -- "$word")) ;;
    -n | --namespace | --cluster-domain | --port) ;;
    --config | --from) _smi2linkerd_files "$word" ;;
    *)
      if [[ $word == -* ]]; then
        COMPREPLY=($(compgen -W '-w --write -l --list -d --diff --check --drop -n --namespace --cluster-domain --target --port --route-version --profiles --skip-annotation --no-skip-annotation --fail-on --config --format --from --explain -q --quiet --color -V --version -h --help' -- "$word"))
      else
        _smi2linkerd_files "$word"
      fi
      ;;
  esac
}
complete -o filenames -o bashdefault -F _smi2linkerd smi2linkerd
