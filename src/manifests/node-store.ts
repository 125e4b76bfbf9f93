import type { Document, YAMLMap } from 'yaml';
import type { KubernetesObject } from '../kubernetes.ts';
import type { Page } from '../yaml/read.ts';
import { readUtf8 } from '../yaml/read.ts';
import type { Slice } from '../yaml/slice.ts';
import type { Manifest, PageManifests } from './manifest.ts';

/** The parsed documents of a page. */
type Documents = Page['documents'];

/** The number of characters of text whose nodes are kept: about 3 MB of nodes. */
export const keptCharacters = 2 ** 15;
/** The number of pages besides whose nodes are kept: those that were parsed last. */
const lastPages = 8;

/**
 * Keeps the nodes of the first pages of a call, and of those parsed last. The nodes of an object need a hundred times the
 * memory of its text: those of other pages are parsed again when they are asked for.
 */
export interface NodeStore {
  /** The same manifests; one that is alone in its page, and shares no node, takes its nodes from this store. */
  adopt(read: PageManifests): PageManifests;
}

/** Creates the store of a call. */
export function openNodeStore(): NodeStore {
  const kept = new Map<Page, Documents>();
  const last = new Map<Page, Documents>();
  let free = keptCharacters;
  const keep = (page: Page, documents: Documents): void => {
    if (page.text.length <= free) {
      free -= page.text.length;
      kept.set(page, documents);
      return;
    }
    for (const first of last.keys()) {
      if (last.size < lastPages) break;
      last.delete(first);
    }
    last.set(page, documents);
  };
  const documentsOf = (page: Page): Documents => {
    const known = kept.get(page) ?? last.get(page);
    if (known !== undefined) return known;
    const documents = readUtf8(page.slice)?.documents ?? [];
    keep(page, documents);
    return documents;
  };
  return {
    adopt(read) {
      const [manifest, ...others] = read.manifests;
      if (manifest === undefined || others.length > 0 || read.unreadable.length > 0 || !isWholePage(manifest))
        return read;
      const page = new StoredPage(manifest, documentsOf);
      keep(page, manifest.page.documents);
      return { ...read, manifests: [new StoredManifest(manifest, page)] };
    },
  };
}

/** Whether an object is the only document of its page, without an anchor, whose nodes are compared. */
function isWholePage({ page, node }: Manifest): boolean {
  const [document, ...more] = page.documents;
  return page.slice.part === 'documents' && document?.contents === node && more.length === 0 && !/[&*]/.test(page.text);
}

/** A page whose document is taken from a store. */
class StoredPage implements Page {
  readonly slice: Slice;
  readonly text: string;
  readonly problems: Page['problems'] = [];
  readonly onlyObject: KubernetesObject;
  readonly #documentsOf: (page: Page) => Documents;

  constructor({ page, object }: Manifest, documentsOf: (page: Page) => Documents) {
    this.slice = page.slice;
    this.text = page.text;
    this.onlyObject = object;
    this.#documentsOf = documentsOf;
  }

  get documents(): Documents {
    return this.#documentsOf(this);
  }
}

/** The only manifest of such a page. */
class StoredManifest implements Manifest {
  readonly object: KubernetesObject;
  readonly page: StoredPage;
  readonly start: number;

  constructor({ object, start }: Manifest, page: StoredPage) {
    this.object = object;
    this.page = page;
    this.start = start;
  }

  get document(): Document.Parsed {
    return this.page.documents[0] as Document.Parsed; // eslint-disable-line @typescript-eslint/non-nullable-type-assertion-style
  }

  get node(): YAMLMap.Parsed {
    return this.document.contents as YAMLMap.Parsed;
  }
}
