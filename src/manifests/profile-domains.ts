import { isLabel } from '../mesh/authority.ts';
import { findWord } from '../yaml/byte-search.ts';

/** Whether bytes may hold a ServiceProfile; a short word is found several times faster. */
export function mayHoldProfile(bytes: Uint8Array): boolean {
  return findWord(bytes, 'Profile') !== -1 && findWord(bytes, 'ServiceProfile') !== -1;
}

/**
 * The cluster domains in the names of ServiceProfiles, found in the text without parsing it: they are only for
 * messages.
 */
export function clusterDomainsIn(bytes: Uint8Array): ReadonlySet<string> {
  const domains = new Set<string>();
  for (const part of latin1.decode(bytes).split(/^---/m)) {
    if (!part.includes('ServiceProfile')) continue;
    for (const [, domain = ''] of part.matchAll(profileNamePattern))
      if (domain.split('.').every(isLabel)) domains.add(domain);
  }
  return domains;
}

const latin1 = new TextDecoder('latin1');
const profileNamePattern = /\bname["']?:[ \t]*["']?[a-z0-9-]{1,63}\.[a-z0-9-]{1,63}\.svc\.([\w.-]{1,200})/g;
