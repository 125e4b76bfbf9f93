import manifest from '../package.json' with { type: 'json' };

/** The version of the package. */
export const version = manifest.version;

/** The home page of the project. */
export const homepage = manifest.homepage.replace(/#.*$/, '');
